// wrong: takes over the balances of the copy one by one, so that an account that f has removed stays
// finding: accounts_may_be_removed: wrong_result

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
        let mut changed = accounts.clone();
        f(&mut changed);
        let known = accounts.len().min(changed.len());
        accounts[..known].copy_from_slice(&changed[..known]);
        accounts.extend_from_slice(&changed[known..]);
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }

    fn accounts(&self) -> MutexGuard<'_, Vec<i64>> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
