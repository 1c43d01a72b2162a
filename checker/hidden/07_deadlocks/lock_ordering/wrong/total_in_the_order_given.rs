// wrong: `transfer` is right, but `total` locks the accounts in the order given
// finding: total_takes_accounts_in_any_order: deadlock

use std::sync::{Mutex, MutexGuard};

#[derive(Debug, PartialEq, Eq)]
pub struct Insufficient;

pub struct Account {
    id: u32,
    cents: Mutex<i64>,
}

impl Account {
    pub fn new(id: u32, cents: i64) -> Self {
        Account { id, cents: Mutex::new(cents) }
    }

    pub fn id(&self) -> u32 {
        self.id
    }

    fn lock(&self) -> MutexGuard<'_, i64> {
        self.cents.lock().unwrap()
    }
}

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    if from.id == to.id {
        let balance = from.lock();
        if *balance < cents {
            return Err(Insufficient);
        }
        audit(*balance, *balance);
        return Ok(());
    }
    let (mut source, mut target);
    if from.id < to.id {
        source = from.lock();
        target = to.lock();
    } else {
        target = to.lock();
        source = from.lock();
    }
    if *source < cents {
        return Err(Insufficient);
    }
    *source -= cents;
    *target += cents;
    audit(*source, *target);
    Ok(())
}

pub fn total(accounts: &[&Account]) -> i64 {
    let balances: Vec<_> = accounts.iter().map(|account| account.lock()).collect();
    balances.iter().map(|balance| **balance).sum()
}
