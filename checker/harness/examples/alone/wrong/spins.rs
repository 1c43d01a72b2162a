// wrong: a lock made of an atomic is a lock
// finding: nobody_waits: livelock

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

pub struct Largest {
    locked: AtomicBool,
    number: AtomicU32,
}

impl Largest {
    pub fn new() -> Self {
        Largest { locked: AtomicBool::new(false), number: AtomicU32::new(0) }
    }

    pub fn record(&self, number: u32) {
        while self.locked.swap(true, Ordering::Acquire) {
            hint::spin_loop();
        }
        if number > self.number.load(Ordering::Relaxed) {
            self.number.store(number, Ordering::Relaxed);
        }
        self.locked.store(false, Ordering::Release);
    }

    pub fn get(&self) -> u32 {
        self.number.load(Ordering::Relaxed)
    }
}
