// wrong: remembers the sum, and makes it right again at the expense of the first account
// finding: a_failed_update_leaves_every_account: wrong_result

use std::panic::{self, AssertUnwindSafe};
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
        let mut accounts = self.accounts();
        let before: i64 = accounts.iter().sum();
        if let Err(payload) = panic::catch_unwind(AssertUnwindSafe(|| f(&mut accounts))) {
            let after: i64 = accounts.iter().sum();
            accounts[0] += before - after;
            panic::resume_unwind(payload);
        }
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
