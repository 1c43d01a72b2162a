// wrong: calls f on a copy, and if that goes well once more on the accounts
// finding: compile: interface

use std::sync::{Mutex, MutexGuard, PoisonError};

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    pub fn update(&self, mut f: impl FnMut(&mut Vec<i64>)) {
        let mut accounts = self.accounts();
        f(&mut accounts.clone());
        f(&mut accounts);
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }

    fn accounts(&self) -> MutexGuard<'_, Vec<i64>> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
