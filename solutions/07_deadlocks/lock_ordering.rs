//! # Locks in order
//!
//! Whoever needs several accounts locks them by ascending id, each once.

use std::sync::Mutex;

/// There is not enough money in the account.
#[derive(Debug, PartialEq, Eq)]
pub struct Insufficient;

/// A bank account.
pub struct Account {
    id: u32,
    cents: Mutex<i64>,
}

impl Account {
    /// An account with this much money in it.
    pub fn new(id: u32, cents: i64) -> Self {
        Account { id, cents: Mutex::new(cents) }
    }

    /// The account's number.
    pub fn id(&self) -> u32 {
        self.id
    }
}

/// Moves money, and shows both new balances to `audit` while the accounts are locked.
///
/// # Errors
/// If `from` holds less than `cents`; then nothing has changed.
pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    // The same lock twice is a deadlock with oneself.
    if from.id == to.id {
        let balance = from.cents.lock().unwrap();
        if *balance < cents {
            return Err(Insufficient);
        }
        audit(*balance, *balance);
        return Ok(());
    }

    // Every thread takes the lower id first. So among all threads that wait, the one that holds the highest lock waits
    // for a still higher one, whose holder waits for nobody: there is always one that can go on. The address would do
    // as well as the id, as long as accounts do not move. Trying and letting go would need a back-off that differs
    // between the two sides, and one lock for all accounts would make every transfer wait for every other.
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

/// The money in all these accounts, at one moment.
pub fn total(accounts: &[&Account]) -> i64 {
    let mut by_id = accounts.to_vec();
    by_id.sort_by_key(|account| account.id);
    // Accounts that occur several times now stand side by side: one lock for each run of equal ids.
    by_id
        .chunk_by(|left, right| left.id == right.id)
        .map(|same| (same[0].cents.lock().unwrap(), same.len() as i64))
        // All locks are taken before the first balance is read. With one lock at a time, money that moves from an
        // account not yet read to one already read would be missing.
        .collect::<Vec<_>>()
        .iter()
        .map(|(balance, times)| **balance * times)
        .sum()
}
