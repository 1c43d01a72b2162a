//! Two threads look at an atomic, and one of them then has a third one store to it: the other can also look after that.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STORED: AtomicBool = AtomicBool::new(false);
static TOLD: AtomicBool = AtomicBool::new(false);

fn seen_by_this_thread() -> bool {
    let teller = thread::spawn(|| {
        let seen = STORED.load(Ordering::Relaxed);
        TOLD.store(true, Ordering::Relaxed);
        seen
    });
    let told = thread::spawn(|| {
        if TOLD.load(Ordering::Relaxed) {
            STORED.store(true, Ordering::Relaxed);
        }
    });
    let seen = STORED.load(Ordering::Relaxed);
    told.join().unwrap();
    teller.join().unwrap();
    seen
}

pub(crate) fn wrong() {
    if seen_by_this_thread() {
        std::fail("the flag was seen");
    }
}

pub(crate) fn right() {
    let _ = seen_by_this_thread();
}
