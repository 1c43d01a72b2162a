// right: counts the seats that are sold, and knows how many there are

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    seats: u32,
    sold: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { seats: n, sold: AtomicU32::new(0) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        let more = |sold: u32| sold.checked_add(k).filter(|sold| *sold <= self.seats);
        self.sold.fetch_update(Ordering::SeqCst, Ordering::SeqCst, more).is_ok()
    }

    pub fn left(&self) -> u32 {
        self.seats - self.sold.load(Ordering::SeqCst)
    }
}
