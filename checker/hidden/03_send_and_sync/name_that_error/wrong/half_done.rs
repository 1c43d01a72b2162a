// wrong: stops after three programs
// finding: broken/ref_cell_is_not_sync: wrong_result

pub const PROGRAMS: [(&str, &str, &str); 7] = [
    (
        r#"
use std::thread;

fn main() {
    let n = 1;
    thread::spawn(|| println!("{n}"));
}
"#,
        "||",
        "move ||",
    ),
    (
        r#"
use std::thread;

fn main() {
    let text = String::from("a");
    for _ in 0..2 {
        thread::spawn(move || println!("{text}"));
    }
}
"#,
        "        thread",
        "        let text = text.clone();\n        thread",
    ),
    (
        r#"
use std::thread;

fn main() {
    let n = std::rc::Rc::new(1);
    thread::spawn(move || println!("{n}"));
}
"#,
        "rc::Rc",
        "sync::Arc",
    ),
    ("", "", ""),
    ("", "", ""),
    ("", "", ""),
    ("", "", ""),
];
