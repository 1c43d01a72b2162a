// right: a snapshot beside the balances, under the same lock; whoever finds the poison puts it back and clears it

use std::sync::{Mutex, MutexGuard};

struct State {
    accounts: Vec<i64>,
    before: Vec<i64>,
}

pub struct Ledger {
    state: Mutex<State>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { state: Mutex::new(State { accounts: vec![each; accounts], before: Vec::new() }) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        match self.state.lock() {
            Ok(state) => state,
            Err(poisoned) => {
                let mut state = poisoned.into_inner();
                state.accounts = state.before.clone();
                self.state.clear_poison();
                state
            }
        }
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut state = self.state();
        state.before = state.accounts.clone();
        f(&mut state.accounts);
    }

    pub fn sum(&self) -> i64 {
        self.state().accounts.iter().sum()
    }
}
