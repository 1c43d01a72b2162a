// wrong: takes off the seats that are being asked for, before it is known whether they are sold
// finding: a_look_at_the_free_seats: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
    asked_for: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n), asked_for: AtomicU32::new(0) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        self.asked_for.fetch_add(k, Ordering::SeqCst);
        let fewer = |free: u32| free.checked_sub(k);
        let sold = self.free.fetch_update(Ordering::SeqCst, Ordering::SeqCst, fewer).is_ok();
        self.asked_for.fetch_sub(k, Ordering::SeqCst);
        sold
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst).saturating_sub(self.asked_for.load(Ordering::SeqCst))
    }
}
