// wrong: one attempt: who loses it is told that nothing is left
// finding: two_threads_get_two_numbers: wrong_result

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
        let id = self.next.load(Ordering::SeqCst);
        if id >= self.limit {
            return None;
        }
        self.next.compare_exchange(id, id + 1, Ordering::SeqCst, Ordering::SeqCst).ok()
    }
}
