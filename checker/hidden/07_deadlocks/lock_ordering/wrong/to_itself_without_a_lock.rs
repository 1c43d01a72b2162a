// wrong: lets the account go before it calls `audit`, if there is only one
// finding: the_only_account_is_locked_during_the_audit: wrong_result

use std::sync::Mutex;

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
}

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    if from.id == to.id {
        let balance = from.cents.lock().unwrap();
        if *balance < cents {
            return Err(Insufficient);
        }
        let b = *balance;
        drop(balance);
        audit(b, b);
        return Ok(());
    }

    let (mut source, mut target);
    if from.id < to.id {
        source = from.cents.lock().unwrap();
        target = to.cents.lock().unwrap();
    } else {
        target = to.cents.lock().unwrap();
        source = from.cents.lock().unwrap();
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
    by_id
        .chunk_by(|left, right| left.id == right.id)
        .map(|same| (same[0].cents.lock().unwrap(), same.len() as i64))
        .collect::<Vec<_>>()
        .iter()
        .map(|(balance, times)| **balance * times)
        .sum()
}
