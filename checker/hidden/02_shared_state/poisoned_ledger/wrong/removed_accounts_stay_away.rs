// wrong: puts the old balances back one by one, and forgets the accounts that the failed update removed
// finding: accounts_may_be_removed: wrong_result

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut accounts = self.accounts();
        let before = accounts.clone();
        if let Err(payload) = panic::catch_unwind(AssertUnwindSafe(|| f(&mut accounts))) {
            accounts.truncate(before.len());
            for (balance, before) in accounts.iter_mut().zip(before) {
                *balance = before;
            }
            drop(accounts);
            panic::resume_unwind(payload);
        }
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }

    fn accounts(&self) -> MutexGuard<'_, Vec<i64>> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
