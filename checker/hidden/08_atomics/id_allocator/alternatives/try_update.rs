// right: `try_update`, and a counter that stays where it is at the end

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
        let next = |id: u8| if id == self.limit { None } else { Some(id + 1) };
        self.next.try_update(Ordering::AcqRel, Ordering::Acquire, next).ok()
    }
}
