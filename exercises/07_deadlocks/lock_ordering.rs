//! # Locks in order
//!
//! `transfer` moves money between two accounts, `total` counts the money in several. Each locks all the accounts it
//! works on. Two calls at once can stop each other for ever; sometimes one call alone is enough. The report shows you
//! who holds which lock, and who waits for it. Find an order in which locks can be taken without danger, and use it in
//! both functions.
//!
//! Why it matters: whenever code holds one lock and asks for another, it draws an arrow from the first to the second. A
//! circle of arrows is a deadlock that waits for its day. Two rows of a table, two nodes of a graph, two users who block
//! each other: wherever the *caller* decides which two objects are locked, the callee needs an order of its own.
//!
//! ## What must hold
//!
//! - `Account::new(id, cents)`. No two accounts have the same id. Amounts are never negative.
//! - `transfer(from, to, cents, audit)` moves the money, then calls `audit(balance of from, balance of to)`, once, with
//!   the new balances, while both accounts are still locked: until `audit` returns, every other call that has to do
//!   with one of the two accounts waits. `audit` does not call `transfer` or `total`, and does not panic.
//! - If there is not enough money in `from`, it returns `Err(Insufficient)`: nothing changes, `audit` is not called.
//! - `transfer(a, a, ..)` follows the same rules: it succeeds if the money is there, and changes nothing.
//! - `total(accounts)` is the sum of the balances at *one* moment: money on its way from one of the accounts to another
//!   is counted exactly once. The accounts come in any order. One that is given twice is counted twice.
//! - No call ever hangs, whatever other threads do. To let each other go first without end is to hang as well.
//! - Transfers that have no account in common do not wait for each other: the `audit` of one may run during the
//!   `audit` of the other.
//!
//! Work at the `// TODO`s.

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
pub fn transfer(from: &Account, to: &Account, cents: i64, audit: impl FnOnce(i64, i64)) -> Result<(), Insufficient> {
    // TODO: which lock does a transfer in the other direction take first?
    let mut source = from.cents.lock().unwrap();
    let mut target = to.cents.lock().unwrap();
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
    // TODO: the same question, and one more: what if an account occurs twice?
    let balances: Vec<_> = accounts.iter().map(|account| account.cents.lock().unwrap()).collect();
    balances.iter().map(|balance| **balance).sum()
}
