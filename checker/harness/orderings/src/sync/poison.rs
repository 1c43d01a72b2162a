//! Poisoning.

use real_std::cell::Cell;
use real_std::thread::panicking;

use super::{LockResult, PoisonError};

/// Whether a panic struck while a lock was held.
pub(super) struct Poison(Cell<bool>);

impl Poison {
    pub(super) const fn new() -> Self {
        Poison(Cell::new(false))
    }

    pub(super) fn get(&self) -> bool {
        self.0.get()
    }

    pub(super) fn clear(&self) {
        self.0.set(false);
    }

    /// What std returns for a lock in this state.
    pub(super) fn result<T>(&self, value: T) -> LockResult<T> {
        if self.get() { Err(PoisonError::new(value)) } else { Ok(value) }
    }

    /// To be called when a guard ends. A guard that was made by a thread that panicked already does not poison.
    pub(super) fn guard_ends(&self, panicked_before: bool) {
        if !panicked_before && panicking() {
            self.0.set(true);
        }
    }
}
