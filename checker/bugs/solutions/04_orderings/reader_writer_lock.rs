// right: a writer sees that the readers have read

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicU32, Ordering};

const WRITING: u32 = u32::MAX;

pub struct Lock<T> {
    /// How many read, or [`WRITING`].
    state: AtomicU32,
    value: UnsafeCell<T>,
}

// SAFETY: nobody reads while one writes, and only one writes.
unsafe impl<T: Send + Sync> Sync for Lock<T> {}

impl<T> Lock<T> {
    pub const fn new(value: T) -> Self {
        Lock { state: AtomicU32::new(0), value: UnsafeCell::new(value) }
    }

    pub fn read<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        let mut state = self.state.load(Ordering::Relaxed);
        loop {
            if state == WRITING {
                hint::spin_loop();
                state = self.state.load(Ordering::Relaxed);
                continue;
            }
            match self.state.compare_exchange_weak(state, state + 1, Ordering::Acquire, Ordering::Relaxed) {
                Ok(_) => break,
                Err(found) => state = found,
            }
        }
        // SAFETY: nobody writes while somebody reads.
        let result = f(unsafe { &*self.value.get() });
        self.state.fetch_sub(1, Ordering::Release);
        result
    }

    pub fn write<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        while self.state.compare_exchange_weak(0, WRITING, Ordering::Acquire, Ordering::Relaxed).is_err() {
            hint::spin_loop();
        }
        // SAFETY: nobody else reads or writes.
        let result = f(unsafe { &mut *self.value.get() });
        self.state.store(0, Ordering::Release);
        result
    }
}
