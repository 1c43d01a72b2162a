//! An exchange that stores what is there reads with the first of its orderings, not with the one for failures.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::Bare;

fn publish(success: Ordering, failure: Ordering) {
    let shared = Arc::new((Bare::new(0), AtomicBool::new(false)));
    let writer = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.0.write(42);
            shared.1.store(true, Ordering::Release);
        })
    };
    if shared.1.compare_exchange(true, true, success, failure).is_ok() {
        assert_eq!(shared.0.read(), 42);
    }
    writer.join().unwrap();
}

pub(crate) fn wrong() {
    publish(Ordering::Relaxed, Ordering::Acquire);
}

pub(crate) fn right() {
    publish(Ordering::Acquire, Ordering::Relaxed);
}
