// wrong: a lock that spins is a lock
// finding: a_thread_that_is_stopped_holds_up_nobody: livelock

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

pub struct Peak {
    locked: AtomicBool,
    at: AtomicU32,
    value: AtomicU32,
}

impl Peak {
    pub fn new() -> Self {
        Peak { locked: AtomicBool::new(false), at: AtomicU32::new(u32::MAX), value: AtomicU32::new(0) }
    }

    fn locked<R>(&self, f: impl FnOnce() -> R) -> R {
        while self.locked.swap(true, Ordering::Acquire) {
            hint::spin_loop();
        }
        let result = f();
        self.locked.store(false, Ordering::Release);
        result
    }

    pub fn record(&self, at: u32, value: u32) {
        self.locked(|| {
            let (best_at, best) = (self.at.load(Ordering::Relaxed), self.value.load(Ordering::Relaxed));
            if value > best || value == best && at < best_at {
                self.at.store(at, Ordering::Relaxed);
                self.value.store(value, Ordering::Relaxed);
            }
        });
    }

    pub fn best(&self) -> (u32, u32) {
        self.locked(|| (self.at.load(Ordering::Relaxed), self.value.load(Ordering::Relaxed)))
    }
}
