// right: setters take turns with a mutex, readers only look at the flag

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Publish<T> {
    setting: Mutex<()>,
    ready: AtomicBool,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the value is moved to other threads and shared between them.
unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub fn new() -> Self {
        Publish { setting: Mutex::new(()), ready: AtomicBool::new(false), value: UnsafeCell::new(None) }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        let _setting = self.setting.lock().unwrap();
        if self.ready.load(Ordering::Relaxed) {
            return Err(value);
        }
        // SAFETY: other setters wait for the mutex, and readers for `ready`.
        unsafe { *self.value.get() = Some(value) };
        self.ready.store(true, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if !self.ready.load(Ordering::Acquire) {
            return None;
        }
        // SAFETY: nobody writes once `ready` is set.
        unsafe { (*self.value.get()).as_ref() }
    }
}
