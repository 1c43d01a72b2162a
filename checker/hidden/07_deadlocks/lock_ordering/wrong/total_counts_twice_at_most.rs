// wrong: `total` counts an account twice, but not three times
// finding: total_counts_an_account_as_often_as_it_is_given: wrong_result

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
        audit(*balance, *balance);
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
        .map(|same| (same[0].cents.lock().unwrap(), same.len().min(2) as i64))
        .collect::<Vec<_>>()
        .iter()
        .map(|(balance, times)| **balance * times)
        .sum()
}
