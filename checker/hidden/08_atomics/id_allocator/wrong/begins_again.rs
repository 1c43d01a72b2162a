// wrong: sets the counter back so that it stays small, and begins again with 0
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
        let id = self.next.fetch_add(1, Ordering::SeqCst);
        if id < self.limit {
            return Some(id);
        }
        self.next.store(0, Ordering::SeqCst);
        None
    }
}
