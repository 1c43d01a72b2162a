// right: f works on the balances themselves; a panic is caught, repaired under the same lock, and passed on

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut accounts = self.accounts.lock().unwrap();
        let before = accounts.clone();
        if let Err(payload) = panic::catch_unwind(AssertUnwindSafe(|| f(&mut accounts))) {
            *accounts = before;
            // Otherwise the panic that goes on from here would poison the lock.
            drop(accounts);
            panic::resume_unwind(payload);
        }
    }

    pub fn sum(&self) -> i64 {
        self.accounts.lock().unwrap().iter().sum()
    }
}
