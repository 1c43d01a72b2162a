// wrong: takes the lock without what was written under it before
// finding: the_lock_orders_its_contents: data_race

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct SpinLock<T> {
    state: AtomicBool,
    value: UnsafeCell<T>,
}

// SAFETY: the lock gives the value to one thread at a time.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    pub const fn new(value: T) -> Self {
        SpinLock { state: AtomicBool::new(false), value: UnsafeCell::new(value) }
    }

    pub fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        //~ swap
        while self.state.swap(true, Ordering::Relaxed) {
            while self.state.load(Ordering::Relaxed) {
                std::hint::spin_loop();
            }
        }
        // SAFETY: the lock is held.
        let result = f(unsafe { &mut *self.value.get() }); //~ write
        self.state.store(false, Ordering::Release); //~ store
        result
    }
}
