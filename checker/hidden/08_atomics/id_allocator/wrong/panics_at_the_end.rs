// wrong: takes for granted that there is always a number left
// finding: each_number_below_the_limit_once: panic

use std::sync::atomic::{AtomicU8, Ordering};

pub struct Ids {
    next: AtomicU8,
    limit: u8,
}

impl Ids {
    pub fn new(limit: u8) -> Self {
        Ids { next: AtomicU8::new(0), limit }
    }

    pub fn allocate(&self) -> Option<u8> {
        let next = |id: u8| (id < self.limit).then(|| id + 1);
        Some(self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).expect("too many ids"))
    }
}
