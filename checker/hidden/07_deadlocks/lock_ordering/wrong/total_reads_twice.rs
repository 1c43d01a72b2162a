// wrong: a read lock for each account given, and the second one on the same account waits for a writer
// finding: total_counts_one_balance_twice: deadlock

use std::sync::RwLock;

#[derive(Debug, PartialEq, Eq)]
pub struct Insufficient;

pub struct Account {
    id: u32,
    cents: RwLock<i64>,
}

impl Account {
    pub fn new(id: u32, cents: i64) -> Self {
        Account { id, cents: RwLock::new(cents) }
    }

    pub fn id(&self) -> u32 {
        self.id
    }
}

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    if from.id == to.id {
        let balance = from.cents.write().unwrap();
        if *balance < cents {
            return Err(Insufficient);
        }
        audit(*balance, *balance);
        return Ok(());
    }

    let (mut source, mut target);
    if from.id < to.id {
        source = from.cents.write().unwrap();
        target = to.cents.write().unwrap();
    } else {
        target = to.cents.write().unwrap();
        source = from.cents.write().unwrap();
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
    by_id.sort_by_key(|account| account.id);
    by_id.iter().map(|account| account.cents.read().unwrap()).collect::<Vec<_>>().iter().map(|b| **b).sum()
}
