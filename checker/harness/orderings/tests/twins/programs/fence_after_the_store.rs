//! A SeqCst fence orders what is before it with what is behind it, and the store that publishes is before it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

use super::Bare;

fn publish(store: impl Fn(&AtomicBool) + Send + 'static) {
    let shared = Arc::new((Bare::new(0), AtomicBool::new(false)));
    let writer = {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            shared.0.write(42);
            store(&shared.1);
        })
    };
    if shared.1.load(Ordering::Relaxed) {
        fence(Ordering::SeqCst);
        assert_eq!(shared.0.read(), 42);
    }
    writer.join().unwrap();
}

pub(crate) fn wrong() {
    publish(|flag| {
        flag.store(true, Ordering::Relaxed);
        fence(Ordering::SeqCst);
    });
}

pub(crate) fn right() {
    publish(|flag| {
        fence(Ordering::SeqCst);
        flag.store(true, Ordering::Relaxed);
    });
}
