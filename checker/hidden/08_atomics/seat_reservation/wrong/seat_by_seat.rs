// wrong: takes one seat after the other and gives them back if they are not enough
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
        for taken in 0..k {
            let one = |free: u32| free.checked_sub(1);
            if self.free.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one).is_err() {
                self.free.fetch_add(taken, Ordering::SeqCst);
                return false;
            }
        }
        true
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }
}
