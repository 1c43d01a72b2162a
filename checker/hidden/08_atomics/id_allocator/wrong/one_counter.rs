// wrong: the counter is a `static`, so all `Ids` hand out the same numbers
// finding: each_number_below_the_limit_once: wrong_result

use std::sync::atomic::{AtomicU8, Ordering};

#[derive(Debug)]
pub struct Ids {
    _next: AtomicU8,
    limit: u8,
}

static NEXT: AtomicU8 = AtomicU8::new(0);
impl Ids {
    pub fn new(limit: u8) -> Self {
        Ids { _next: AtomicU8::new(0), limit }
    }

    pub fn allocate(&self) -> Option<u8> {
        let next = |id| (id < self.limit).then(|| id + 1);
        NEXT.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).ok()
    }
}
