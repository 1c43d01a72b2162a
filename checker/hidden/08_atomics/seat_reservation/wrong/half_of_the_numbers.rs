// wrong: a signed number of seats, so halls of more than 2147483647 seats are empty
// finding: a_very_large_hall: wrong_result

use std::sync::atomic::{AtomicI32, Ordering};

#[derive(Debug)]
pub struct Seats {
    free: AtomicI32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicI32::new(n as i32) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        self.free
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| {
                if k <= i32::MAX as u32 && free >= k as i32 { Some(free - k as i32) } else { None }
            })
            .is_ok()
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::Relaxed).max(0) as u32
    }
}
