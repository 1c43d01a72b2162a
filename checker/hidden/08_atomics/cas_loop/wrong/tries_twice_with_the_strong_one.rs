// wrong: tries again once when another thread was faster, but not as often as that
// finding: a_record_among_many: wrong_result

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
        for _ in 0..2 {
            let old = self.best.load(Ordering::SeqCst);
            let (a, v) = unpack(old);
            if !(value > v || value == v && at < a) {
                return;
            }
            if self.best.compare_exchange(old, pack(at, value), Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                return;
            }
        }
    }

    pub fn best(&self) -> (u32, u32) {
        unpack(self.best.load(Ordering::Relaxed))
    }
}
