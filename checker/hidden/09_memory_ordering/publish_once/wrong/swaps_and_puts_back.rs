// wrong: claims with a `swap`, and puts READY back if it was there: in between the cell seems to be empty
// finding: two_readers_see_the_same_value: wrong_result

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
        let was = self.state.swap(WRITING, Ordering::AcqRel);
        if was != EMPTY {
            if was == READY {
                self.state.store(READY, Ordering::Release);
            }
            return Err(value);
        }
        unsafe { *self.value.get() = Some(value) };
        self.state.store(READY, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
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
