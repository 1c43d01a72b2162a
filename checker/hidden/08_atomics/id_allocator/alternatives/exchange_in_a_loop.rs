// right: compare and exchange, until no other thread was faster

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
        let mut id = self.next.load(Ordering::Relaxed);
        while id < self.limit {
            match self.next.compare_exchange_weak(id, id + 1, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return Some(id),
                Err(now) => id = now,
            }
        }
        None
    }
}
