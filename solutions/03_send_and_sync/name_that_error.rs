//! # Quiz 1: name that error
//!
//! Each program was written as its repaired version first, and then broken by one edit. So the edit shows what the error
//! is about, and nothing else can be wrong with the program.

/// Program, text to replace, replacement.
pub const PROGRAMS: [(&str, &str, &str); 7] = [
    // E0373. Without `move` a closure borrows. `join` comes soon enough, but the signature of `spawn` knows nothing of it:
    // it asks for `'static`.
    (
        r#"
use std::thread;

fn main() {
    let name = String::from("ann");
    thread::spawn(|| println!("hello {name}")).join().unwrap();
}
"#,
        "||",
        "move ||",
    ),
    // E0382. The first thread has the value; a loop needs a clone each time round. Of an Arc, that is a count.
    (
        r#"
use std::sync::Arc;
use std::thread;

fn main() {
    let names = Arc::new(["ann", "bob"]);
    for index in 0..2 {
        thread::spawn(move || println!("hello {}", names[index]));
    }
}
"#,
        "        thread::spawn",
        "        let names = Arc::clone(&names);\n        thread::spawn",
    ),
    // E0277, Send. A clone of the Rc could stay behind, and its count is not atomic.
    (
        r#"
use std::rc::Rc as Shared;
use std::thread;

fn main() {
    let name = Shared::new("ann");
    thread::spawn(move || println!("hello {name}"));
}
"#,
        "rc::Rc",
        "sync::Arc",
    ),
    // E0277, Sync. The Arc moves, which is its right, but it hands out `&RefCell` on both threads. So the message speaks
    // of sharing, and its note says how that follows: "required for `Arc<RefCell<..>>` to implement `Send`".
    (
        r#"
use std::cell::RefCell as Shared;
use std::sync::Arc;
use std::thread;

fn main() {
    let names = Arc::new(Shared::new(vec!["ann"]));
    let other = Arc::clone(&names);
    thread::spawn(move || println!("hello {other:?}"));
    println!("hello {names:?}");
}
"#,
        "cell::RefCell",
        "sync::Mutex",
    ),
    // E0499. Both borrows last as long as the scope, so it does not help to join the first thread before the second.
    (
        r#"
use std::thread;

fn main() {
    let (mut even, mut odd) = (0, 1);
    thread::scope(|scope| {
        scope.spawn(|| even += 2);
        scope.spawn(|| even += 4);
    });
    odd += even;
    println!("{odd}");
}
"#,
        "even += 4",
        "odd += 4",
    ),
    // E0597. The reference moves into the thread, the Arc does not. `'static` again, from the other side: the variable
    // should have lived for ever.
    (
        r#"
use std::sync::Arc;
use std::thread;

fn main() {
    let names = Arc::new(["ann", "bob"]);
    let own = &names;
    thread::spawn(move || println!("hello {own:?}")).join().unwrap();
}
"#,
        "&names",
        "Arc::clone(&names)",
    ),
    // E0277 in spite of a promise. A closure captures the fields that it uses, not the struct: here a `*mut u8`, about
    // which nobody has promised anything. Mentioning the struct as a whole captures the struct.
    (
        r#"
struct Pixels(*mut u8);

// SAFETY: whoever has the Pixels is the only one who uses the pointer.
unsafe impl Send for Pixels {}

fn main() {
    let pixels = Pixels(std::ptr::null_mut());
    std::thread::spawn(move || {
        println!("{:?}", pixels.0);
    });
}
"#,
        "move || {",
        "move || {\n        let pixels = pixels;",
    ),
];
