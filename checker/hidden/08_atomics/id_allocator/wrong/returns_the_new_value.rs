// wrong: `fetch_update` returns the old value; here the counter is read once more
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
        let next = |id: u8| (id < self.limit).then(|| id + 1);
        self.next.fetch_update(Ordering::SeqCst, Ordering::SeqCst, next).ok()?;
        Some(self.next.load(Ordering::SeqCst) - 1)
    }
}
