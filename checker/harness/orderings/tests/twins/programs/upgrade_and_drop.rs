//! A `Weak` is upgraded while the last `Arc` is dropped: both may come first.

use std::sync::Arc;
use std::thread;

fn upgraded() -> bool {
    let strong = Arc::new(5);
    let weak = Arc::downgrade(&strong);
    let dropping = thread::spawn(move || drop(strong));
    let upgraded = weak.upgrade();
    dropping.join().unwrap();
    upgraded.is_some_and(|value| *value == 5)
}

pub(crate) fn wrong() {
    if !upgraded() {
        std::fail("the value was gone");
    }
}

pub(crate) fn right() {
    let outcomes = std::OutcomeSet::new(&["true", "false"]);
    outcomes.observe(upgraded().to_string());
}
