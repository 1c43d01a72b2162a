// wrong: the free seats are a `static`, so all halls share them
// finding: a_very_large_hall: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

static FREE: AtomicU32 = AtomicU32::new(0);
#[derive(Debug)]
pub struct Seats {
    _x: u8,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        {
            FREE.store(n, Ordering::Relaxed);
            Seats { _x: 0 }
        }
    }

    pub fn reserve(&self, k: u32) -> bool {
        FREE.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| free.checked_sub(k)).is_ok()
    }

    pub fn left(&self) -> u32 {
        FREE.load(Ordering::Relaxed)
    }
}
