// wrong: tries it a second time; that can fail as well
// finding: one_record: wrong_result

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
        let old = self.best.load(Ordering::SeqCst);
        let (best_at, best_value) = unpack(old);
        if value < best_value || value == best_value && at >= best_at {
            return;
        }

        for _ in 0..2 {
            if self.best.compare_exchange_weak(old, pack(at, value), Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                return;
            }
        }
    }

    pub fn best(&self) -> (u32, u32) {
        unpack(self.best.load(Ordering::SeqCst))
    }
}
