// wrong: one attempt: a party that loses it is refused, though there are seats
// finding: many_parties_and_seats_for_all: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        let free = self.free.load(Ordering::SeqCst);
        free >= k && self.free.compare_exchange(free, free - k, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }
}
