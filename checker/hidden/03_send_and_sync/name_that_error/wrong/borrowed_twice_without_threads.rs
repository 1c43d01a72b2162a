// wrong: E0499 for two borrows on one thread
// finding: broken/borrowed_twice_in_a_scope: other_error

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
fn main() {
    let mut a = 0;
    let first = &mut a;
    let second = &mut a;
    *first += 1;
    *second += 1;
}
"#,
        "    *first += 1;\n",
        "",
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

unsafe impl Send for Ptr {}

fn main() {
    let ptr = Ptr(std::ptr::null_mut());
    std::thread::spawn(move || {
        println!("{:?}", ptr.0)
    });
}
"#,
        "println",
        "let ptr = ptr;\n        println",
    ),
];
