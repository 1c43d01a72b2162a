//! Relaxed accesses to the flag, and fences around them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

use super::Bare;

fn publish(with_release: bool) {
    let shared = Arc::new((Bare::new(0), AtomicBool::new(false)));
    let writer = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.0.write(42);
            if with_release {
                fence(Ordering::Release);
            }
            shared.1.store(true, Ordering::Relaxed);
        })
    };
    if shared.1.load(Ordering::Relaxed) {
        fence(Ordering::Acquire);
        assert_eq!(shared.0.read(), 42);
    }
    writer.join().unwrap();
}

pub(crate) fn wrong() {
    publish(false);
}

pub(crate) fn right() {
    publish(true);
}
