// right: whoever sees the pointer sees what it points to

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

/// A value that is made by whoever comes first.
pub struct Lazy<T>(AtomicPtr<T>);

impl<T> Lazy<T> {
    pub const fn new() -> Self {
        Lazy(AtomicPtr::new(ptr::null_mut()))
    }

    pub fn get(&self, make: impl FnOnce() -> T) -> &T {
        let mut value = self.0.load(Ordering::Acquire);
        if value.is_null() {
            value = Box::into_raw(Box::new(make()));
            let stored = self.0.compare_exchange(ptr::null_mut(), value, Ordering::Release, Ordering::Acquire);
            if let Err(first) = stored {
                // SAFETY: it was made above, and nobody else has seen it.
                drop(unsafe { Box::from_raw(value) });
                value = first;
            }
        }
        // SAFETY: it is not dropped before this is.
        unsafe { &*value }
    }
}

impl<T> Drop for Lazy<T> {
    fn drop(&mut self) {
        let value = *self.0.get_mut();
        if !value.is_null() {
            // SAFETY: it came from a box, and nobody borrows it any more.
            drop(unsafe { Box::from_raw(value) });
        }
    }
}
