// wrong: a call after the last goes below zero, and the one after that panics
// finding: the_third_of_three: panic

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Latch<F> {
    left: AtomicUsize,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: AtomicUsize::new(n), on_last: Mutex::new(Some(on_last)) }
    }

    pub fn arrive(&self) {
        let left = self.left.fetch_sub(1, Ordering::AcqRel);
        assert!(left <= isize::MAX as usize, "too many arrived");
        if left == 1 {
            let on_last = self.on_last.lock().unwrap().take();
            on_last.unwrap()();
        }
    }
}
