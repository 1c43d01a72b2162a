// wrong: hands out the limit as well
// finding: each_number_below_the_limit_once: wrong_result

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
        let next = |id: u8| if id <= self.limit { id.checked_add(1) } else { None };
        self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).ok()
    }
}
