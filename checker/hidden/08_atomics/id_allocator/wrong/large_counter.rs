// wrong: a counter so large that it does not come round, in eight times the space
// finding: misuse/two_bytes: use_refused

use std::sync::atomic::{AtomicU64, Ordering};

pub struct Ids {
    next: AtomicU64,
    limit: u8,
}

impl Ids {
    pub fn new(limit: u8) -> Self {
        Ids { next: AtomicU64::new(0), limit }
    }

    pub fn allocate(&self) -> Option<u8> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        (id < u64::from(self.limit)).then_some(id as u8)
    }
}
