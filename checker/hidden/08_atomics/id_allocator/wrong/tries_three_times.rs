// wrong: tries three times, and others may be faster as often as that
// finding: one_asks_more_often: wrong_result

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
        for _ in 0..3 {
            let id = self.next.load(Ordering::Relaxed);
            if id >= self.limit {
                return None;
            }
            if self.next.compare_exchange(id, id + 1, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
                return Some(id);
            }
        }
        None
    }
}
