//! # The last one out
//!
//! `fetch_sub` returns what was there before. Each thread gets another number, and exactly one of them gets 1: this is
//! the last. Whoever looks at the counter a second time sees what others have made of it meanwhile.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Calls something when the last thread has arrived.
#[derive(Debug)]
pub struct Latch<F> {
    left: AtomicUsize,
    /// Only the last thread comes here, so nobody ever waits for this lock. It is there because a closure that is
    /// called by value has to be moved out of something that all threads share.
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    /// Waits for `n` threads.
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: AtomicUsize::new(n), on_last: Mutex::new(Some(on_last)) }
    }

    /// One of the threads has done its part.
    pub fn arrive(&self) {
        // Release: what this thread did goes along with its subtraction. Acquire: the last one takes over what went
        // along with all of them, because each subtraction reads what the one before has written. Only the last one
        // needs the Acquire; `Arc` therefore subtracts with Release, and the last owner then calls `fence(Acquire)`.
        if self.left.fetch_sub(1, Ordering::AcqRel) == 1 {
            // In a statement of its own: the lock is free again when `on_last` runs.
            let on_last = self.on_last.lock().unwrap().take();
            on_last.expect("only one thread has subtracted from 1")();
        }
    }
}
