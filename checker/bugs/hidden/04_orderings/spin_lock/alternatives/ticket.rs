// right: first come, first served

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering};

pub struct SpinLock<T> {
    next_ticket: AtomicU32,
    serving: AtomicU32,
    value: UnsafeCell<T>,
}

// SAFETY: the lock gives the value to one thread at a time.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    pub const fn new(value: T) -> Self {
        SpinLock { next_ticket: AtomicU32::new(0), serving: AtomicU32::new(0), value: UnsafeCell::new(value) }
    }

    pub fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        let ticket = self.next_ticket.fetch_add(1, Ordering::Relaxed);
        while self.serving.load(Ordering::Acquire) != ticket {
            std::hint::spin_loop();
        }
        // SAFETY: it is this thread's turn.
        let result = f(unsafe { &mut *self.value.get() });
        self.serving.store(ticket + 1, Ordering::Release);
        result
    }
}
