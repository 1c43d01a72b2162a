// wrong: takes the accounts out of the mutex while f works on them; meanwhile others find none
// finding: two_updates_at_the_same_time: wrong_result

use std::mem;
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
        let mut accounts = mem::take(&mut *self.accounts());
        let before = accounts.clone();
        let result = panic::catch_unwind(AssertUnwindSafe(|| f(&mut accounts)));
        match result {
            Ok(()) => *self.accounts() = accounts,
            Err(payload) => {
                *self.accounts() = before;
                panic::resume_unwind(payload);
            }
        }
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
