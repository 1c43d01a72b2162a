//! # A ledger that survives a panic
//!
//! `Ledger` keeps the balances of several accounts. `update` hands all of them to a closure, which may change them.
//! One day such a closure panics, half way through a transfer. The mutex notices: it is *poisoned*, and from then on
//! every `lock().unwrap()` panics as well. One failed update has made the whole ledger useless.
//! Repair `Ledger`: a failed update must leave no trace.
//!
//! Why it matters: a server handles thousands of requests with the same data. If one of them panics, only that one
//! should fail. Poisoning is a question, not a punishment: "somebody left in a hurry; can you trust this value?" To
//! ignore the question is to go on with half a transfer, and to pass it on with `unwrap` stops everybody.
//!
//! ## What must hold
//!
//! - `Ledger::new(accounts, each)` has that many accounts with the same balance each.
//! - `ledger.update(f)` calls `f` once with the balances. `f` may change them, add accounts and remove some.
//!   If `f` returns, then its changes are in the ledger when `update` returns.
//! - `ledger.sum()` returns the sum of all balances.
//! - If `f` panics, `update` panics, too, with the very payload that `f` panicked with: whoever called `update` gets to
//!   know what went wrong.
//! - After such a failed update every account is as it was before, and there are as many of them. `sum` and `update`
//!   go on to work as if nothing had happened, on all threads, and further updates may fail.
//! - Any number of threads may call `update` and `sum` at the same time. An update takes effect as a whole: nobody sees
//!   half of it, none gets lost, and one that fails undoes only its own changes.
//! - `f` does not use the ledger itself. It need not be `Send`. Nothing else panics, and sums stay far below
//!   `i64::MAX`.
//!
//! How `Ledger` keeps the balances is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::sync::Mutex;

/// The balances of several accounts.
pub struct Ledger {
    accounts: Mutex<Vec<i64>>,
}

impl Ledger {
    /// A ledger of so many accounts, with the same balance each.
    pub fn new(accounts: usize, each: i64) -> Self {
        Ledger { accounts: Mutex::new(vec![each; accounts]) }
    }

    /// Lets `f` change the balances.
    pub fn update(&self, f: impl FnOnce(&mut Vec<i64>)) {
        // TODO: what is in the ledger if `f` panics? And what does the next caller find?
        let mut accounts = self.accounts.lock().unwrap();
        f(&mut accounts);
    }

    /// The sum of all balances.
    pub fn sum(&self) -> i64 {
        self.accounts.lock().unwrap().iter().sum()
    }
}
