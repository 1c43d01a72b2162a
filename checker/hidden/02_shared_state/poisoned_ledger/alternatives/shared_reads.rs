// right: a reader-writer lock; f works on a copy

use std::sync::{PoisonError, RwLock};

pub struct Ledger {
    accounts: RwLock<Vec<i64>>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: RwLock::new(vec![each; accounts]) }
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut accounts = self.accounts.write().unwrap_or_else(PoisonError::into_inner);
        let mut changed = accounts.to_vec();
        f(&mut changed);
        *accounts = changed;
    }

    pub fn sum(&self) -> i64 {
        self.accounts.read().unwrap_or_else(PoisonError::into_inner).iter().sum()
    }
}
