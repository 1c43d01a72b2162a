// wrong: whoever does not take the lock may see the flag before the value

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// A value that is made once, under a lock that later readers do not take.
pub struct Lazy<T> {
    ready: AtomicBool,
    making: Mutex<()>,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the value is written under the lock, before the flag is set, and only read after that.
unsafe impl<T: Send + Sync> Sync for Lazy<T> {}

impl<T> Lazy<T> {
    pub const fn new() -> Self {
        Lazy { ready: AtomicBool::new(false), making: Mutex::new(()), value: UnsafeCell::new(None) }
    }

    pub fn get(&self, make: impl FnOnce() -> T) -> &T {
        if !self.ready.load(Ordering::Acquire) {
            let _making = self.making.lock().unwrap();
            if !self.ready.load(Ordering::Relaxed) {
                // SAFETY: the lock is held, and nobody reads before the flag is set.
                unsafe { *self.value.get() = Some(make()) }; //~ write
                self.ready.store(true, Ordering::Relaxed); //~ store
            }
        }
        // SAFETY: the flag was set, so nobody writes any more.
        let value = unsafe { (*self.value.get()).as_ref() }; //~ read
        value.expect("the flag is set")
    }
}
