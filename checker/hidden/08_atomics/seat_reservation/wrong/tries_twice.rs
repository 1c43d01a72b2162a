// wrong: tries a second time if another party was faster, but not a third time
// finding: many_parties_and_seats_for_all: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Debug)]
pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        for _ in 0..2 {
            let free = self.free.load(Ordering::Relaxed);
            if free < k {
                return false;
            }
            if self.free.compare_exchange(free, free - k, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
                return true;
            }
        }
        false
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::Relaxed)
    }
}
