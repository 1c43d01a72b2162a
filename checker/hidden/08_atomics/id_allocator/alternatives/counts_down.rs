// right: counts what is left, and gives the highest number first

use std::sync::atomic::{AtomicU8, Ordering};

pub struct Ids {
    left: AtomicU8,
    _unused: u8,
}

impl Ids {
    pub fn new(limit: u8) -> Self {
        Ids { left: AtomicU8::new(limit), _unused: 0 }
    }

    pub fn allocate(&self) -> Option<u8> {
        let fewer = |left: u8| left.checked_sub(1);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fewer).ok().map(|left| left - 1)
    }
}
