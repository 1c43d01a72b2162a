// wrong: looks whether a number is left, and takes one in another step
// finding: two_threads_ask_for_more_than_there_is: wrong_result

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
        if self.next.load(Ordering::SeqCst) >= self.limit {
            return None;
        }
        Some(self.next.fetch_add(1, Ordering::SeqCst))
    }
}
