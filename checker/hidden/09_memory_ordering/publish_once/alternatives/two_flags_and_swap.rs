// right: `MaybeUninit`, one flag to claim with `swap` and one to publish

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Publish<T> {
    claimed: AtomicBool,
    ready: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: the value is moved to other threads and shared between them.
unsafe impl<T> Sync for Publish<T> where T: Send + Sync {}

impl<T> Publish<T> {
    pub const fn new() -> Self {
        Publish {
            claimed: AtomicBool::new(false),
            ready: AtomicBool::new(false),
            value: UnsafeCell::new(MaybeUninit::uninit()),
        }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        if self.claimed.swap(true, Ordering::Relaxed) {
            return Err(value);
        }
        let slot = self.value.get();
        // SAFETY: only the first thread to swap is here.
        unsafe { (*slot).write(value) };
        self.ready.store(true, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        // SAFETY: `ready` is stored after the value was initialised.
        self.ready.load(Ordering::Acquire).then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }
}

impl<T> Drop for Publish<T> {
    fn drop(&mut self) {
        if *self.ready.get_mut() {
            // SAFETY: the value is initialised, and nobody can use it any more.
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}
