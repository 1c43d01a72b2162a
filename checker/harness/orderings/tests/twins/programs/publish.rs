//! A flag says that a value is there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::Bare;

fn publish(store: Ordering) {
    let shared = Arc::new((Bare::new(0), AtomicBool::new(false)));
    let writer = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.0.write(42);
            shared.1.store(true, store);
        })
    };
    if shared.1.load(Ordering::Acquire) {
        assert_eq!(shared.0.read(), 42);
    }
    writer.join().unwrap();
}

pub(crate) fn wrong() {
    publish(Ordering::Relaxed);
}

pub(crate) fn right() {
    publish(Ordering::Release);
}
