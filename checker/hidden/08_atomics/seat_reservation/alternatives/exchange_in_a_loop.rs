// right: a weak exchange in a loop

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        let mut free = self.free.load(Ordering::Acquire);
        while free >= k {
            match self.free.compare_exchange_weak(free, free - k, Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => return true,
                Err(now) => free = now,
            }
        }
        false
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::Acquire)
    }
}
