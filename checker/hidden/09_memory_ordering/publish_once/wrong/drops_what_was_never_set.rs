// wrong: drops the value with the cell, whether there is one or not
// finding: an_empty_cell_drops_nothing: wrong_result

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Publish<T> {
    state: AtomicU8,
    value: UnsafeCell<std::mem::MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub const fn new() -> Self {
        Publish { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(std::mem::MaybeUninit::uninit()) }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        let claim = self.state.compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed);
        if claim.is_err() {
            return Err(value);
        }
        unsafe { (*self.value.get()).write(value) };
        self.state.store(READY, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if self.state.load(Ordering::Acquire) != READY {
            return None;
        }
        unsafe { Some((*self.value.get()).assume_init_ref()) }
    }
}

impl<T> Drop for Publish<T> {
    fn drop(&mut self) {
        unsafe { self.value.get_mut().assume_init_drop() }
    }
}
impl<T> Default for Publish<T> {
    fn default() -> Self {
        Self::new()
    }
}
