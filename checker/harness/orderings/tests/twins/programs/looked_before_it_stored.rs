//! A thread that looks at an atomic and then stores to it, after another one has looked: that one can also come later.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static VALUE: AtomicU32 = AtomicU32::new(0);

fn seen_by_this_thread() -> u32 {
    let other = thread::spawn(|| {
        let before = VALUE.load(Ordering::Relaxed);
        VALUE.store(before + 1, Ordering::Relaxed);
    });
    let seen = VALUE.load(Ordering::Relaxed);
    other.join().unwrap();
    seen
}

pub(crate) fn wrong() {
    if seen_by_this_thread() == 1 {
        std::fail("the value was seen");
    }
}

pub(crate) fn right() {
    if seen_by_this_thread() > 1 {
        std::fail("a value was seen that nobody has stored");
    }
}
