// wrong: writes what it has computed from an old number
// finding: two_parties_and_seats_for_one: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        match self.free.load(Ordering::SeqCst).checked_sub(k) {
            Some(left) => {
                self.free.store(left, Ordering::SeqCst);
                true
            }
            None => false,
        }
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }
}
