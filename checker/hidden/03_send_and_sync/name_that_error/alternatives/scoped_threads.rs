// right: scopes wherever a scope can have the error

pub const PROGRAMS: [(&str, &str, &str); 7] = [
    (
        r#"
fn main() {
    std::thread::scope(|scope| {
        for i in 0..3 {
            scope.spawn(|| println!("{i}"));
        }
    });
}
"#,
        "|| println",
        "move || println",
    ),
    (
        r#"
fn main() {
    let list = vec![1, 2];
    std::thread::scope(|s| {
        loop {
            s.spawn(move || drop(list));
        }
    });
}
"#,
        "drop(list));",
        "drop(list));\n            break;",
    ),
    (
        r#"
use std::{rc::Rc, thread};

fn main() {
    let name: Rc<str> = "ann".into();
    thread::scope(|scope| {
        scope.spawn(move || println!("{name}"));
    });
}
"#,
        "rc::Rc",
        "sync::Arc as Rc",
    ),
    (
        r#"
use std::{cell::RefCell as Lock, sync::Arc, thread};

fn main() {
    let list: Arc<Lock<Vec<u8>>> = Arc::default();
    thread::scope(|scope| {
        scope.spawn(|| println!("{list:?}"));
    });
}
"#,
        "cell::RefCell",
        "sync::RwLock",
    ),
    (
        r#"
use std::thread;

fn main() {
    let mut list = vec![1, 2];
    thread::scope(|scope| {
        let (first, second) = (&mut list[0], &mut list[1]);
        scope.spawn(move || *first += 1);
        scope.spawn(move || *second += 1);
    });
}
"#,
        "let (first, second) = (&mut list[0], &mut list[1])",
        "let [first, second] = &mut list[..] else { return }",
    ),
    (
        r#"
use std::sync::Arc;

fn main() {
    let arc = Arc::new(String::from("ann"));
    std::thread::spawn({
        let arc = &arc;
        move || println!("{arc}")
    });
}
"#,
        "&arc;",
        "arc.clone();",
    ),
    (
        r#"
use std::thread;

struct Ptr { raw: *mut u8 }
unsafe impl Send for Ptr {}

fn main() {
    let ptr = Ptr { raw: &mut 0 };
    thread::scope(|scope| {
        scope.spawn(move || unsafe { *ptr.raw = 1 });
    });
}
"#,
        "*ptr.raw = 1",
        "let ptr = ptr; *ptr.raw = 1",
    ),
];
