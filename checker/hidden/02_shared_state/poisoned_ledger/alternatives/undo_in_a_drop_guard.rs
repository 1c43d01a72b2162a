// right: a value whose Drop puts the old balances back unless the update has come to its end

use std::mem;
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
        let accounts = self.accounts();
        let mut undo = Undo { before: accounts.clone(), accounts, done: false };
        f(&mut undo.accounts);
        undo.done = true;
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}

struct Undo<'a> {
    accounts: MutexGuard<'a, Vec<i64>>,
    before: Vec<i64>,
    done: bool,
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        if !self.done {
            mem::swap(&mut *self.accounts, &mut self.before);
        }
    }
}
