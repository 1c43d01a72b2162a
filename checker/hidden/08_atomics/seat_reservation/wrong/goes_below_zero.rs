// wrong: takes and gives back with a number that cannot be below 0: meanwhile there are billions of seats
// finding: two_parties_that_do_not_fit: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        if self.free.fetch_sub(k, Ordering::SeqCst) >= k {
            return true;
        }
        self.free.fetch_add(k, Ordering::SeqCst);
        false
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }
}
