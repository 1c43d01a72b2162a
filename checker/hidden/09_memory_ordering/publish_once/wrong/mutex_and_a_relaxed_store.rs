// wrong: a mutex orders the setters, but readers look only at the flag, whose store is Relaxed
// finding: a_published_value_arrives_whole: data_race

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Publish<T> {
    state: AtomicU8,
    lock: std::sync::Mutex<()>,
    value: UnsafeCell<Option<T>>,
}

unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub const fn new() -> Self {
        Publish { lock: std::sync::Mutex::new(()), state: AtomicU8::new(EMPTY), value: UnsafeCell::new(None) }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        let _g = self.lock.lock().unwrap();
        if self.state.load(Ordering::Relaxed) != EMPTY {
            return Err(value);
        }
        unsafe { *self.value.get() = Some(value) };
        self.state.store(READY, Ordering::Relaxed);
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
