// wrong: takes the seats first and gives them back if there were too few; meanwhile the number has gone below 0
// finding: a_party_that_fits_beside_one_that_does_not: wrong_result

use std::sync::atomic::{AtomicI64, Ordering};

pub struct Seats {
    free: AtomicI64,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicI64::new(n.into()) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        let k = i64::from(k);
        if self.free.fetch_sub(k, Ordering::SeqCst) >= k {
            return true;
        }
        self.free.fetch_add(k, Ordering::SeqCst);
        false
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst).max(0) as u32
    }
}
