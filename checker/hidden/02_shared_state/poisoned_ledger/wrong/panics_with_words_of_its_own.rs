// wrong: repairs the accounts, but the caller gets another panic than the one of f
// finding: the_panic_reaches_the_caller: wrong_result

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
        let before = accounts.clone();
        let result = panic::catch_unwind(AssertUnwindSafe(|| f(&mut accounts)));
        if result.is_err() {
            *accounts = before;
            panic!("the update failed");
        }
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
