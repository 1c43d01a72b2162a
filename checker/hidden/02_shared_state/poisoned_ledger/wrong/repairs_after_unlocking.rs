// wrong: the lock is free between the panic and the repair, which then undoes more than the failed update
// finding: a_failure_undoes_only_itself: wrong_result

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
        let mut before = Vec::new();
        let result = panic::catch_unwind(AssertUnwindSafe(|| {
            let mut accounts = self.accounts();
            before.clone_from(&accounts);
            f(&mut accounts);
        }));
        if let Err(payload) = result {
            *self.accounts() = before;
            panic::resume_unwind(payload);
        }
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
