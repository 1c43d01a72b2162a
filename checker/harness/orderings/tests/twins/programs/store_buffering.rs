//! Each thread raises its flag and then looks at the other's: one of them must see it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

pub(crate) fn neither_sees_the_other(store: Ordering, load: Ordering) -> bool {
    let flags = Arc::new((AtomicBool::new(false), AtomicBool::new(false)));
    let other = {
        let flags = Arc::clone(&flags);
        thread::spawn(move || {
            flags.0.store(true, store);
            flags.1.load(load)
        })
    };
    flags.1.store(true, store);
    let this_sees = flags.0.load(load);
    let other_sees = other.join().unwrap();
    !this_sees && !other_sees
}

fn demand(store: Ordering, load: Ordering) {
    if neither_sees_the_other(store, load) {
        std::fail("neither thread sees the other's flag");
    }
}

pub(crate) fn wrong() {
    demand(Ordering::Release, Ordering::Acquire);
}

pub(crate) fn right() {
    demand(Ordering::SeqCst, Ordering::SeqCst);
}
