// wrong: takes the lock without what was written under it before
// finding: the_lock_orders_its_contents: data_race

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

pub struct SpinLock<T> {
    state: AtomicU8,
    value: UnsafeCell<T>,
}

// SAFETY: the lock gives the value to one thread at a time.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    pub const fn new(value: T) -> Self {
        SpinLock { state: AtomicU8::new(0), value: UnsafeCell::new(value) }
    }

    pub fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        //~ fetch_or
        while self.state.fetch_or(1, Ordering::Relaxed) == 1 {
            std::hint::spin_loop();
        }
        // SAFETY: the lock is held.
        let result = f(unsafe { &mut *self.value.get() }); //~ write
        self.state.fetch_and(0, Ordering::Release); //~ fetch_and
        result
    }
}
