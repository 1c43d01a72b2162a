// wrong: copies the accounts under one lock and stores them under another
// finding: two_updates_at_the_same_time: wrong_result

use std::sync::{Mutex, MutexGuard, PoisonError};

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    fn accounts(&self) -> MutexGuard<'_, Vec<i64>> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut changed = self.accounts().clone();
        f(&mut changed);
        *self.accounts() = changed;
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
