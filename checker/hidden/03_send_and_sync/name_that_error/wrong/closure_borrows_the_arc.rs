// wrong: forgets `move`, which is E0373 and not E0597
// finding: broken/reference_to_an_arc: other_error

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
    thread::spawn(|| println!("{}", &arc));
}
"#,
        "||",
        "move ||",
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
