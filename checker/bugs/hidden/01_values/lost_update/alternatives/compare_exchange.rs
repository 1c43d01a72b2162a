// right: stores only what was computed from the value that is still there

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Counter(AtomicU32);

impl Counter {
    pub fn add(&self) {
        let mut value = self.0.load(SeqCst);
        while let Err(found) = self.0.compare_exchange_weak(value, value + 1, SeqCst, SeqCst) {
            value = found;
        }
    }

    pub fn get(&self) -> u32 {
        self.0.load(SeqCst)
    }
}
