// wrong: works on a copy, but the next update still panics because of the poison
// finding: a_failed_update_leaves_every_account: panic

use std::sync::{Mutex, PoisonError};

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut accounts = self.accounts.lock().unwrap();
        let mut changed = accounts.clone();
        f(&mut changed);
        *accounts = changed;
    }

    pub fn sum(&self) -> i64 {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner).iter().sum()
    }
}
