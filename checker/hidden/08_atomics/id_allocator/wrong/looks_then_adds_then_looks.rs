// wrong: adds only if it has found a number left, and that was before the addition
// finding: two_threads_ask_when_one_is_left: wrong_result

use std::sync::atomic::{AtomicU8, Ordering};

#[derive(Debug)]
pub struct Ids {
    next: AtomicU8,
    limit: u8,
}

impl Ids {
    pub fn new(limit: u8) -> Self {
        Ids { next: AtomicU8::new(0), limit }
    }

    pub fn allocate(&self) -> Option<u8> {
        if self.next.load(Ordering::Relaxed) >= self.limit {
            return None;
        }
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        (id < self.limit).then_some(id)
    }
}
