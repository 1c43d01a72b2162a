// wrong: `fetch_add` is one step, but it goes on counting when nothing is left, and comes round to 0
// finding: nothing_is_left_for_ever: wrong_result

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
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        (id < self.limit).then_some(id)
    }
}
