// right: packed so that the larger number is the better record, and one `fetch_max`

use std::sync::atomic::{AtomicU64, Ordering};

pub struct Peak {
    best: AtomicU64,
}

fn pack(at: u32, value: u32) -> u64 {
    u64::from(value) << 32 | u64::from(!at)
}

fn unpack(both: u64) -> (u32, u32) {
    (!(both as u32), (both >> 32) as u32)
}

impl Peak {
    pub fn new() -> Self {
        Peak { best: AtomicU64::new(0) }
    }

    pub fn record(&self, at: u32, value: u32) {
        self.best.fetch_max(pack(at, value), Ordering::Relaxed);
    }

    pub fn best(&self) -> (u32, u32) {
        unpack(self.best.load(Ordering::Relaxed))
    }
}
