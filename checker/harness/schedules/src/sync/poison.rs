//! Whether a thread panicked while it held a lock.

use real_std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use real_std::sync::{LockResult, PoisonError};

use crate::thread::panicking;

/// The note on a step that sets the mark.
pub(super) const POISONS: &str = "a panic poisons it";

/// The mark on a lock.
#[derive(Debug)]
pub(super) struct Poison {
    set: AtomicBool,
}

impl Poison {
    pub(super) const fn new() -> Self {
        Poison { set: AtomicBool::new(false) }
    }

    pub(super) fn is_set(&self) -> bool {
        self.set.load(Relaxed)
    }

    pub(super) fn clear(&self) {
        self.set.store(false, Relaxed);
    }

    /// A guard is dropped that was taken while the thread was panicking or not. Returns whether that sets the mark.
    pub(super) fn guard_dropped(&self, was_panicking: bool) -> bool {
        let poisons = !was_panicking && panicking() && !self.is_set();
        if poisons {
            self.set.store(true, Relaxed);
        }
        poisons
    }

    /// The guard, as an error if the mark is set.
    pub(super) fn check<G>(&self, guard: G) -> LockResult<G> {
        if self.is_set() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }
}
