//! Two threads would count the clones of one `Rc` at the same time, without an atomic: a count goes wrong and the value
//! is freed while it is still used.

use std::rc::Rc;
use std::thread;

use exercise::Publish;

fn main() {
    let kept = Rc::new(7);
    let cell = Publish::new();
    assert!(cell.set(Rc::clone(&kept)).is_ok());
    thread::spawn(move || drop(cell)); //~ E0277 Rc<i32> between threads safely
    drop(kept);
}
