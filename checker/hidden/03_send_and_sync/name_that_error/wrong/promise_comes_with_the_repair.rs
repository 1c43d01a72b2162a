// wrong: makes the promise only in the repaired program
// finding: broken/field_without_its_promise: other_error

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
    (
        r#"
use std::sync::Arc;
use std::thread;

fn main() {
    let n = Arc::new(std::cell::RefCell::new(1));
    thread::spawn(move || println!("{n:?}"));
}
"#,
        "cell::RefCell",
        "sync::Mutex",
    ),
    (
        r#"
use std::thread;

fn main() {
    let (mut a, mut b) = (0, 0);
    b += 1;
    thread::scope(|scope| {
        scope.spawn(|| a += 1);
        scope.spawn(|| a += 2);
    });
    println!("{a} {b}");
}
"#,
        "a += 2",
        "b += 2",
    ),
    (
        r#"
use std::sync::Arc;
use std::thread;

fn main() {
    let arc = Arc::new(1);
    let own = &arc;
    thread::spawn(move || println!("{own}"));
}
"#,
        "&arc",
        "Arc::clone(&arc)",
    ),
    (
        r#"
struct Ptr(*mut u8);

fn main() {
    let ptr = Ptr(std::ptr::null_mut());
    std::thread::spawn(move || println!("{:?}", { &ptr }.0));
}
"#,
        "struct Ptr(*mut u8);",
        "struct Ptr(*mut u8);\nunsafe impl Send for Ptr {}",
    ),
];
