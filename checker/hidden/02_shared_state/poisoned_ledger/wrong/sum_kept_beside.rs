// wrong: keeps the sum beside the accounts, and only that survives a panic
// finding: a_failed_update_leaves_every_account: wrong_result

use std::sync::{Mutex, PoisonError};

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
    sum: Mutex<i64>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        let accounts = vec![each; accounts];
        Ledger { sum: Mutex::new(accounts.iter().sum()), accounts: Mutex::new(accounts) }
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        f(&mut accounts);
        *self.sum.lock().unwrap() = accounts.iter().sum();
    }

    pub fn sum(&self) -> i64 {
        *self.sum.lock().unwrap()
    }
}
