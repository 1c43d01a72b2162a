// wrong: a loop by `map`: the closure of `map` would have to give its text away, which is E0507
// finding: broken/moved_in_a_loop: other_error

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
    let threads = (0..2).map(|_| thread::spawn(move || println!("{text}")));
    threads.for_each(|thread| thread.join().unwrap());
}
"#,
        "(0..2).map(|_| ",
        "(0..2).zip([text.clone(), text]).map(|(_, text)| ",
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
