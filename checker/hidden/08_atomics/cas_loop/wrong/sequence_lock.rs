// wrong: whoever reads or writes waits while the sequence number is odd
// finding: a_thread_that_is_stopped_holds_up_nobody: livelock

use std::hint;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct Peak {
    sequence: AtomicU32,
    at: AtomicU32,
    value: AtomicU32,
}

impl Peak {
    pub fn new() -> Self {
        Peak { sequence: AtomicU32::new(0), at: AtomicU32::new(u32::MAX), value: AtomicU32::new(0) }
    }

    pub fn record(&self, at: u32, value: u32) {
        loop {
            let before = self.sequence.load(Ordering::SeqCst);
            let odd = before.wrapping_add(1);
            if before % 2 == 0
                && self.sequence.compare_exchange(before, odd, Ordering::SeqCst, Ordering::SeqCst).is_ok()
            {
                break;
            }
            hint::spin_loop();
        }
        let (best_at, best) = (self.at.load(Ordering::SeqCst), self.value.load(Ordering::SeqCst));
        if value > best || value == best && at < best_at {
            self.at.store(at, Ordering::SeqCst);
            self.value.store(value, Ordering::SeqCst);
        }
        self.sequence.fetch_add(1, Ordering::SeqCst);
    }

    pub fn best(&self) -> (u32, u32) {
        loop {
            let before = self.sequence.load(Ordering::SeqCst);
            let both = (self.at.load(Ordering::SeqCst), self.value.load(Ordering::SeqCst));
            if before % 2 == 0 && self.sequence.load(Ordering::SeqCst) == before {
                return both;
            }
            hint::spin_loop();
        }
    }
}
