// wrong: goes on with whatever the panic has left in the mutex
// finding: a_failed_update_leaves_the_sum: wrong_result

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
        f(&mut self.accounts());
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
