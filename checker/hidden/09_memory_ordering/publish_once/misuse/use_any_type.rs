//! A cell that stays on its thread works with any type, one that is moved needs only `Send`, and borrowed contents are
//! fine as well.

use std::cell::Cell;
use std::rc::Rc;
use std::thread;

use exercise::Publish;

/// Implements nothing.
struct Plain;

fn main() {
    let local = Publish::new();
    assert!(local.set(Rc::new(Plain)).is_ok());
    assert!(local.get().is_some());

    let moved = Publish::new();
    assert!(moved.set(Cell::new(1)).is_ok());
    thread::spawn(move || moved.get().map(Cell::get));

    let text = String::from("borrowed");
    let shared = Publish::new();
    thread::scope(|scope| {
        scope.spawn(|| shared.set(text.as_str()).is_ok());
        scope.spawn(|| shared.get().map(|text| text.len()));
    });
}
