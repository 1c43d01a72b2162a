//! # A ledger that survives a panic
//!
//! A mutex is poisoned because it cannot know whether the value is whole. Here we can know: `f` works on a copy, and
//! the ledger takes the copy over in one assignment, which cannot panic. So at every moment the ledger is either as it
//! was before the update, or as it is after it, and the poison has nothing to tell us.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The balances of several accounts.
pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    /// A ledger of so many accounts, with the same balance each.
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    /// Lets `f` change the balances. If it panics they stay as they are, and the panic goes on to the caller.
    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        // The guard lives from the copy to the assignment. Without it two updates could both copy the same balances,
        // and the second would overwrite what the first has changed.
        let mut accounts = self.accounts();
        let mut changed = accounts.clone();
        // If this panics, `changed` is thrown away, the guard is dropped and the panic travels on by itself: there is
        // nothing to catch, and the caller gets the original payload.
        f(&mut changed);
        *accounts = changed;
    }

    /// The sum of all balances.
    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }

    /// Locks the balances, also if a thread has panicked while it held the lock.
    ///
    /// `into_inner` is right here, and only here, because no panic can leave the balances half changed. Were `f` given
    /// the balances themselves, this would hand out half an update. Then they would have to be put back from a copy
    /// made before, while the lock is still held, and `clear_poison` would say that all is well again. That is worth
    /// it where a value is too large to copy, but what was changed can be undone.
    fn accounts(&self) -> MutexGuard<'_, Vec<i64>> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
