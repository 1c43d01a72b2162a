// wrong: compares places as signed numbers, so the last one is the smallest
// finding: the_largest_value_at_the_smallest_place: wrong_result

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Debug)]
pub struct Peak {
    best: AtomicU64,
}

fn pack(at: u32, value: u32) -> u64 {
    u64::from(value) << 32 | u64::from(at)
}

fn unpack(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}

impl Default for Peak {
    fn default() -> Self {
        Self::new()
    }
}

impl Peak {
    pub const fn new() -> Self {
        Peak { best: AtomicU64::new(u32::MAX as u64) }
    }

    pub fn record(&self, at: u32, value: u32) {
        let mut old = self.best.load(Ordering::Relaxed);
        loop {
            let (best_at, best_value) = unpack(old);
            let is_better = value > best_value || value == best_value && (at as i32) < (best_at as i32);
            if !is_better {
                return;
            }
            match self.best.compare_exchange_weak(old, pack(at, value), Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return,
                Err(now) => old = now,
            }
        }
    }

    pub fn best(&self) -> (u32, u32) {
        unpack(self.best.load(Ordering::Relaxed))
    }
}
