// wrong: decides again after a failure, but only about the value: of two places the slower one wins
// finding: two_places_at_the_same_time: wrong_result

use std::sync::atomic::{AtomicU64, Ordering};

pub struct Peak {
    best: AtomicU64,
}

fn pack(at: u32, value: u32) -> u64 {
    u64::from(value) << 32 | u64::from(at)
}

fn unpack(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}

impl Peak {
    pub fn new() -> Self {
        Peak { best: AtomicU64::new(pack(u32::MAX, 0)) }
    }

    pub fn record(&self, at: u32, value: u32) {
        let mut old = self.best.load(Ordering::SeqCst);
        let (best_at, best_value) = unpack(old);
        if value == best_value && at >= best_at {
            return;
        }
        while value >= unpack(old).1 {
            match self.best.compare_exchange_weak(old, pack(at, value), Ordering::SeqCst, Ordering::SeqCst) {
                Ok(_) => return,
                Err(now) => old = now,
            }
        }
    }

    pub fn best(&self) -> (u32, u32) {
        unpack(self.best.load(Ordering::SeqCst))
    }
}
