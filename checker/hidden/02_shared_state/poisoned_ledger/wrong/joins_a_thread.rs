// wrong: lets a thread of its own take the panic; f need not be Send
// finding: compile: E0277

use std::panic;
use std::thread;

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
        let mut accounts = self.accounts();
        let mut changed = accounts.clone();
        let result = thread::scope(|scope| scope.spawn(|| f(&mut changed)).join());
        match result {
            Ok(()) => *accounts = changed,
            Err(payload) => panic::resume_unwind(payload),
        }
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
