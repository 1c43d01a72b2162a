//! Publish once: a Release store and an Acquire load carry the value from one thread to the others.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
/// Claim and publication are two steps, so they need two values: with a single flag, two setters could both find it
/// lowered and both write.
const WRITING: u8 = 1;
const READY: u8 = 2;

/// A cell that is filled once and can be read by many threads.
pub struct Publish<T> {
    state: AtomicU8,
    /// An `Option`, so that the value is dropped without a line of ours. With `MaybeUninit` the cell could be smaller,
    /// at the price of a `Drop` and two more `unsafe`.
    value: UnsafeCell<Option<T>>,
}

// SAFETY: `&Publish<T>` lets another thread put in a `T` that is dropped here, so `T` must be `Send`; and it lets two
// threads hold `&T` at once, so `T` must be `Sync`. `state` sees to it that nobody reads while the value is written.
unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    /// An empty cell.
    pub const fn new() -> Self {
        Publish { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(None) }
    }

    /// Stores the value if the cell is empty.
    ///
    /// # Errors
    /// Gives the value back if another one is there already, or on its way.
    pub fn set(&self, value: T) -> Result<(), T> {
        // Relaxed is enough to claim: the exchange only decides who writes, it hands over nothing. Two threads cannot
        // both succeed whatever the ordering, because read-modify-writes of one atomic have one order for everybody.
        let claim = self.state.compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed);
        if claim.is_err() {
            return Err(value);
        }
        // SAFETY: the exchange from EMPTY succeeds once, so no other thread writes; and no thread reads before it has
        // seen READY, which is stored below.
        unsafe { *self.value.get() = Some(value) };
        // Release: all that this thread wrote before, the value above all, comes before this store.
        self.state.store(READY, Ordering::Release);
        Ok(())
    }

    /// The value, if it is there.
    pub fn get(&self) -> Option<&T> {
        // Acquire: whoever reads READY also sees all that came before the store of it. SeqCst would do the same here
        // and cost more on some machines; it is needed only if several atomics must have one order for all threads.
        if self.state.load(Ordering::Acquire) != READY {
            return None;
        }
        // SAFETY: the write happened before READY was stored, which happened before it was loaded here; after READY
        // nobody writes until the cell is dropped, which needs `&mut`.
        unsafe { (*self.value.get()).as_ref() }
    }
}

impl<T> Default for Publish<T> {
    fn default() -> Self {
        Self::new()
    }
}
