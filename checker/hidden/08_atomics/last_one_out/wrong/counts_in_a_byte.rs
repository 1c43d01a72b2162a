// wrong: counts in a `u8`, so the first of 257 is the last
// finding: the_first_of_many: wrong_result

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Debug)]
pub struct Latch<F> {
    left: std::sync::atomic::AtomicU8,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: std::sync::atomic::AtomicU8::new(n as u8), on_last: Mutex::new(Some(on_last)) }
    }

    pub fn arrive(&self) {
        if self.left.fetch_sub(1, Ordering::AcqRel) == 1 {
            let on_last = self.on_last.lock().unwrap().take();
            on_last.expect("only one thread has subtracted from 1")();
        }
    }
}
