// wrong: two threads may find 0, and the guard that makes one of them the last is held while `on_last` runs
// finding: the_others_wait_for_nobody: deadlock

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Calls something when the last thread has arrived.
pub struct Latch<F> {
    left: AtomicUsize,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    /// Waits for `n` threads.
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: AtomicUsize::new(n), on_last: Mutex::new(Some(on_last)) }
    }

    /// One of the threads has done its part.
    pub fn arrive(&self) {
        self.left.fetch_sub(1, Ordering::SeqCst);
        if self.left.load(Ordering::SeqCst) == 0 {
            if let Some(on_last) = self.on_last.lock().unwrap().take() {
                on_last();
            }
        }
    }
}
