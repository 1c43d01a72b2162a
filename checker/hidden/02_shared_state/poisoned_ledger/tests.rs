//! Hidden tests of `poisoned_ledger`.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

use exercise::Ledger;
use harness::Bomb;

/// Changes one balance, as an update.
fn add(accounts: &mut [i64], account: usize, amount: i64) {
    match accounts.get_mut(account) {
        Some(balance) => *balance += amount,
        None => harness::fail("`update` calls `f` with fewer accounts than there are"),
    }
}

/// An update that takes 5 from the first account, adds an account, and then panics.
fn failing(accounts: &mut Vec<i64>) {
    add(accounts, 0, -5);
    accounts.push(1);
    Bomb::on_call(1).tick();
}

/// Calls `update` with it; returns the payload of the panic that comes out.
fn fail(ledger: &Ledger) -> Result<(), Box<dyn Any + Send>> {
    panic::catch_unwind(AssertUnwindSafe(|| ledger.update(failing)))
}

/// The balances as an update sees them.
fn balances(ledger: &Ledger) -> Vec<i64> {
    let mut balances = Vec::new();
    ledger.update(|accounts| balances.clone_from(accounts));
    balances
}

/// An update panics half way: the sum is the one from before.
#[schedules]
fn a_failed_update_leaves_the_sum() {
    let ledger = Ledger::new(2, 10);
    assert_eq!(ledger.sum(), 20, "`sum()` of two new accounts with 10 each is not 20");
    fail(&ledger).ok();
    assert_eq!(
        ledger.sum(),
        20,
        "an update took 5, added an account with 1, and panicked: `sum()` is not what it was before"
    );
}

/// An update panics half way: each account is as before, and there are as many.
#[schedules]
fn a_failed_update_leaves_every_account() {
    let ledger = Ledger::new(2, 10);
    fail(&ledger).ok();
    assert_eq!(balances(&ledger), [10, 10], "an update panicked half way: the accounts are not what they were before");
}

/// The panic of `f` comes out of `update` with its payload.
#[schedules]
fn the_panic_reaches_the_caller() {
    match fail(&Ledger::new(2, 10)) {
        Ok(()) => panic!("`update` returned although `f` had panicked: the caller thinks that all is well"),
        Err(payload) => assert!(Bomb::threw(&*payload), "`update` panicked with another payload than `f` did"),
    }
}

/// Updates that succeed and updates that fail take turns: what succeeded stays.
#[schedules]
fn what_succeeded_stays() {
    let ledger = Ledger::new(2, 10);
    ledger.update(|accounts| add(accounts, 1, 3));
    fail(&ledger).ok();
    assert_eq!(
        balances(&ledger),
        [10, 13],
        "an update added 3 to the second account, the next one panicked: the accounts are wrong"
    );
    ledger.update(|accounts| accounts.push(4));
    fail(&ledger).ok();
    assert_eq!(
        balances(&ledger),
        [10, 13, 4],
        "an update added an account with 4, the next one panicked: the accounts are wrong"
    );
    assert_eq!(ledger.sum(), 27, "`sum()` is wrong after two updates that succeeded and two that panicked");
}

/// Updates remove accounts: one that returns leaves the rest, one that panics after that leaves all.
#[schedules]
fn accounts_may_be_removed() {
    let ledger = Ledger::new(3, 10);
    ledger.update(|accounts| accounts.truncate(2));
    assert_eq!(balances(&ledger), [10, 10], "an update removed one of three accounts with 10: the accounts are wrong");
    let removing = |accounts: &mut Vec<i64>| {
        accounts.remove(0);
        Bomb::on_call(1).tick();
    };
    panic::catch_unwind(AssertUnwindSafe(|| ledger.update(removing))).ok();
    assert_eq!(
        balances(&ledger),
        [10, 10],
        "an update removed the first of two accounts with 10 and panicked: the accounts are not what they were before"
    );
}

/// `f` can be called only once, and no other thread may have it.
#[schedules]
fn f_is_called_once() {
    let ledger = Ledger::new(1, 10);
    let (calls, once) = (Cell::new(0), Box::new(3));
    ledger.update(|accounts| {
        calls.set(calls.get() + 1);
        accounts.push(*{ once });
    });
    assert_eq!(calls.get(), 1, "`update` did not call `f` once");
    assert_eq!(ledger.sum(), 13, "an update added an account with 3 to one with 10: `sum()` is wrong");
}

/// An update of one ledger fails, then another ledger is updated, which has nothing to do with it.
#[schedules]
fn another_ledger_does_not_matter() {
    let (ledger, another) = (Ledger::new(2, 10), Ledger::new(1, 20));
    fail(&ledger).ok();
    another.update(|accounts| accounts.push(30));
    assert_eq!(balances(&ledger), [10, 10], "an update of one ledger panicked, and it now has accounts of another");
    assert_eq!(balances(&another), [20, 30], "an update of one ledger panicked: an update of another has no effect");
}

/// Two threads update the same account: both changes count.
#[schedules]
fn two_updates_at_the_same_time() {
    let ledger = Ledger::new(1, 10);
    thread::scope(|scope| {
        scope.spawn(|| ledger.update(|accounts| add(accounts, 0, 1)));
        ledger.update(|accounts| add(accounts, 0, 2));
    });
    assert_eq!(ledger.sum(), 13, "an update was lost: two threads added 1 and 2 to an account with 10");
}

/// One thread's update fails while another one's succeeds: only the failed one is undone.
#[schedules]
fn a_failure_undoes_only_itself() {
    let ledger = Ledger::new(2, 10);
    thread::scope(|scope| {
        scope.spawn(|| fail(&ledger).ok());
        ledger.update(|accounts| add(accounts, 1, 3));
    });
    assert_eq!(
        balances(&ledger),
        [10, 13],
        "a thread added 3 to the second account while an update of another panicked: the accounts are wrong"
    );
}

/// While one thread's update moves 5 from one account to another, and then panics, another thread asks for the sum.
#[schedules]
fn nobody_sees_half_an_update() {
    let ledger = Ledger::new(2, 10);
    thread::scope(|scope| {
        scope.spawn(|| {
            let update = |accounts: &mut Vec<i64>| {
                add(accounts, 0, -5);
                thread::yield_now();
                add(accounts, 1, 5);
                failing(accounts);
            };
            panic::catch_unwind(AssertUnwindSafe(|| ledger.update(update))).ok();
        });
        let sum = ledger.sum();
        assert_eq!(sum, 20, "`sum()` returned what it never was: an update of another thread was under way");
    });
}
