// wrong: the SeqCst fence is behind the store that publishes, and not between the value and that store
// finding: a_published_value_arrives_whole: data_race

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering, fence};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Publish<T> {
    state: AtomicU8,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: the value is moved to other threads and shared between them.
unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub fn new() -> Self {
        Publish { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(None) }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        if self.state.compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed).is_err() {
            return Err(value);
        }
        // SAFETY: only the thread that got from EMPTY to WRITING is here.
        unsafe { *self.value.get() = Some(value) };
        self.state.store(READY, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if self.state.load(Ordering::Relaxed) != READY {
            return None;
        }
        fence(Ordering::SeqCst);
        // SAFETY: nobody writes after READY.
        unsafe { (*self.value.get()).as_ref() }
    }
}
