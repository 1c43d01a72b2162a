// wrong: counts on and then sets the counter back to the limit; in between it may have come round
// finding: two_threads_ask_when_one_is_left: wrong_result

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
        if id >= self.limit {
            self.next.store(self.limit, Ordering::SeqCst);
            return None;
        }
        Some(id)
    }
}
