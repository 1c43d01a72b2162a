// wrong: goes on trying when there are too few seats
// finding: parties_of_one_thread: livelock

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        loop {
            let free = self.free.load(Ordering::SeqCst);
            if free >= k && self.free.compare_exchange(free, free - k, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                return true;
            }
        }
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }
}
