// right: fences do what the orderings would

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering, fence};

pub struct Slot<T> {
    ready: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the flag hands the value from the thread that puts it there to those that read it.
unsafe impl<T: Send + Sync> Sync for Slot<T> {}

impl<T> Slot<T> {
    pub const fn new() -> Self {
        Slot { ready: AtomicBool::new(false), value: UnsafeCell::new(None) }
    }

    /// To be called once.
    pub fn put(&self, value: T) {
        // SAFETY: nobody looks before the flag is set.
        unsafe { *self.value.get() = Some(value) };
        fence(Ordering::Release);
        self.ready.store(true, Ordering::Relaxed);
    }

    pub fn get(&self) -> Option<&T> {
        if !self.ready.load(Ordering::Relaxed) {
            return None;
        }
        fence(Ordering::Acquire);
        // SAFETY: the flag is set, so nobody writes any more.
        unsafe { (*self.value.get()).as_ref() }
    }
}
