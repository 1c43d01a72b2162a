//! A SeqCst access of another atomic behind the store that publishes, and one behind the load, order nothing if they do
//! not read from each other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use super::Bare;

fn publish(store: Ordering, load: Ordering) {
    let shared = Arc::new((Bare::new(0), AtomicBool::new(false), AtomicU32::new(0)));
    let writer = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.0.write(42);
            shared.1.store(true, store);
            shared.2.fetch_add(1, Ordering::SeqCst);
        })
    };
    if shared.1.load(load) {
        shared.2.fetch_add(1, Ordering::SeqCst);
        assert_eq!(shared.0.read(), 42);
    }
    writer.join().unwrap();
}

pub(crate) fn wrong() {
    publish(Ordering::Relaxed, Ordering::Relaxed);
}

pub(crate) fn right() {
    publish(Ordering::Release, Ordering::Acquire);
}
