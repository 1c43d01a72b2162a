// wrong: place and value in two atomics, each of which is right by itself
// finding: two_records_at_the_same_time: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Peak {
    at: AtomicU32,
    value: AtomicU32,
}

impl Peak {
    pub fn new() -> Self {
        Peak { at: AtomicU32::new(u32::MAX), value: AtomicU32::new(0) }
    }

    pub fn record(&self, at: u32, value: u32) {
        loop {
            let best = self.value.load(Ordering::SeqCst);
            if value < best {
                return;
            }
            if value == best {
                self.at.fetch_min(at, Ordering::SeqCst);
                return;
            }
            if self.value.compare_exchange(best, value, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                self.at.store(at, Ordering::SeqCst);
                return;
            }
        }
    }

    pub fn best(&self) -> (u32, u32) {
        (self.at.load(Ordering::SeqCst), self.value.load(Ordering::SeqCst))
    }
}
