// wrong: repairs by starting anew with the balances of the first day
// finding: what_succeeded_stays: wrong_result

use std::sync::{Mutex, MutexGuard};

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
    first: Vec<i64>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        let first = vec![each; accounts];
        Ledger { accounts: Mutex::new(first.clone()), first }
    }

    fn accounts(&self) -> MutexGuard<'_, Vec<i64>> {
        self.accounts.lock().unwrap_or_else(|poisoned| {
            let mut accounts = poisoned.into_inner();
            accounts.clone_from(&self.first);
            self.accounts.clear_poison();
            accounts
        })
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        f(&mut self.accounts());
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
