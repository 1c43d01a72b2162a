// wrong: keeps the balances from before an update in a static, where another ledger puts its own
// finding: another_ledger_does_not_matter: wrong_result

use std::sync::{Mutex, MutexGuard};

static BEFORE: Mutex<Vec<i64>> = Mutex::new(Vec::new());

pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    fn accounts(&self) -> MutexGuard<'_, Vec<i64>> {
        self.accounts.lock().unwrap_or_else(|poisoned| {
            self.accounts.clear_poison();
            let mut accounts = poisoned.into_inner();
            accounts.clone_from(&BEFORE.lock().unwrap());
            accounts
        })
    }

    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        let mut accounts = self.accounts();
        BEFORE.lock().unwrap().clone_from(&accounts);
        f(&mut accounts);
    }

    pub fn sum(&self) -> i64 {
        self.accounts().iter().sum()
    }
}
