// wrong: refuses without a lock, by a copy of the balance that an atomic holds
// finding: a_refusal_waits_for_the_audit: wrong_result

use std::sync::Mutex;

#[derive(Debug, PartialEq, Eq)]
pub struct Insufficient;

pub struct Account {
    id: u32,
    cents: Mutex<i64>,
    copy: std::sync::atomic::AtomicI64,
}

impl Account {
    pub fn new(id: u32, cents: i64) -> Self {
        Account { id, cents: Mutex::new(cents), copy: cents.into() }
    }

    pub fn id(&self) -> u32 {
        self.id
    }
}

pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    if from.copy.load(std::sync::atomic::Ordering::SeqCst) < cents {
        return Err(Insufficient);
    }
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
    from.copy.store(*source, std::sync::atomic::Ordering::SeqCst);
    to.copy.store(*target, std::sync::atomic::Ordering::SeqCst);
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
