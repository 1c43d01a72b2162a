// right: `try_update`, and a look before it that only saves time

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        if self.left() < k {
            return false;
        }
        self.free.try_update(Ordering::SeqCst, Ordering::SeqCst, |free| free.checked_sub(k)).is_ok()
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }
}
