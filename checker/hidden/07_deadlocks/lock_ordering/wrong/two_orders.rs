// wrong: `transfer` locks the lower id first, `total` the higher: each is in order, but not in the same
// finding: total_sees_all_the_money: deadlock

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
    let mut by_id = accounts.to_vec();
    by_id.sort_by_key(|account| std::cmp::Reverse(account.id));
    let mut locked: Vec<(MutexGuard<'_, i64>, i64)> = Vec::new();
    for same in by_id.chunk_by(|left, right| left.id == right.id) {
        locked.push((same[0].lock(), same.len() as i64));
    }
    locked.iter().map(|(balance, times)| **balance * times).sum()
}
