//! Relaxed accesses, and a SeqCst fence between the store and the load.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

fn raise_and_look(own: &AtomicBool, other: &AtomicBool, fenced: bool) -> bool {
    own.store(true, Ordering::Relaxed);
    if fenced {
        fence(Ordering::SeqCst);
    }
    other.load(Ordering::Relaxed)
}

fn demand(fenced: bool) {
    let flags = Arc::new((AtomicBool::new(false), AtomicBool::new(false)));
    let other = {
        let flags = Arc::clone(&flags);
        thread::spawn(move || raise_and_look(&flags.0, &flags.1, fenced))
    };
    let this_sees = raise_and_look(&flags.1, &flags.0, fenced);
    if !this_sees & !other.join().unwrap() {
        std::fail("neither thread sees the other's flag");
    }
}

pub(crate) fn wrong() {
    demand(false);
}

pub(crate) fn right() {
    demand(true);
}
