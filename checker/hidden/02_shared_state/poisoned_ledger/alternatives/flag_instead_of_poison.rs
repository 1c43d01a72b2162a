// right: a flag under the lock and a condition variable keep the others out; no guard is alive while f runs

use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex, MutexGuard};

struct State {
    accounts: Vec<i64>,
    busy: bool,
}

pub struct Ledger {
    state: Mutex<State>,
    free: Condvar,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { state: Mutex::new(State { accounts: vec![each; accounts], busy: false }), free: Condvar::new() }
    }

    fn when_free(&self) -> MutexGuard<'_, State> {
        self.free.wait_while(self.state.lock().unwrap(), |state| state.busy).unwrap()
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut state = self.when_free();
        state.busy = true;
        let before = mem::take(&mut state.accounts);
        drop(state);
        let mut changed = before.clone();
        let result = panic::catch_unwind(AssertUnwindSafe(|| f(&mut changed)));
        let mut state = self.state.lock().unwrap();
        state.accounts = if result.is_ok() { changed } else { before };
        state.busy = false;
        drop(state);
        self.free.notify_all();
        if let Err(payload) = result {
            panic::resume_unwind(payload);
        }
    }

    pub fn sum(&self) -> i64 {
        self.when_free().accounts.iter().sum()
    }
}
