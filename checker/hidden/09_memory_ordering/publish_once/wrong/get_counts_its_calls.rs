// wrong: counts the calls of `get` in a plain number, as if only the writer needed an atomic
// finding: two_readers_see_the_same_value: data_race

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Publish<T> {
    state: AtomicU8,
    reads: UnsafeCell<u64>,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: two threads may hold `&T` at once, and a value may be dropped by another thread than the one that made it.
unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub const fn new() -> Self {
        Publish { state: AtomicU8::new(EMPTY), reads: UnsafeCell::new(0), value: UnsafeCell::new(None) }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        let claim = self.state.compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed);
        if claim.is_err() {
            return Err(value);
        }
        // SAFETY: the exchange from EMPTY succeeds once, and nobody reads before READY is stored.
        unsafe { *self.value.get() = Some(value) };
        self.state.store(READY, Ordering::Release);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if self.state.load(Ordering::Acquire) != READY {
            return None;
        }
        // SAFETY: it seems that nobody else writes: the value is there. But other readers do.
        unsafe { *self.reads.get() += 1 };
        // SAFETY: after READY nobody writes the value.
        unsafe { (*self.value.get()).as_ref() }
    }
}

impl<T> Default for Publish<T> {
    fn default() -> Self {
        Self::new()
    }
}
