//! A thread panics while it holds a lock.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

fn after_a_panic(read: fn(&Mutex<u32>) -> u32) -> u32 {
    let lock = Arc::new(Mutex::new(7));
    let panicking = {
        let lock = Arc::clone(&lock);
        thread::spawn(move || {
            let _guard = lock.lock();
            panic!("on purpose");
        })
    };
    let panicked = panicking.join().is_err();
    assert!(panicked && lock.is_poisoned());
    read(&lock)
}

pub(crate) fn wrong() {
    after_a_panic(|lock| *lock.lock().unwrap());
}

pub(crate) fn right() {
    assert_eq!(after_a_panic(|lock| *lock.lock().unwrap_or_else(PoisonError::into_inner)), 7);
}
