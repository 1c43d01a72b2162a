// wrong: the reference that `get` returns is not tied to the cell, and may outlive it
// finding: misuse/keep_the_reference: misuse_compiles

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Publish<T> {
    state: AtomicU8,
    value: UnsafeCell<Option<T>>,
}

unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub const fn new() -> Self {
        Publish { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(None) }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        let claim = self.state.compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed);
        if claim.is_err() {
            return Err(value);
        }
        unsafe { *self.value.get() = Some(value) };
        self.state.store(READY, Ordering::Release);
        Ok(())
    }

    pub fn get<'a>(&self) -> Option<&'a T> {
        if self.state.load(Ordering::Acquire) != READY {
            return None;
        }
        unsafe { (*self.value.get()).as_ref() }
    }
}

impl<T> Default for Publish<T> {
    fn default() -> Self {
        Self::new()
    }
}
