//! Hidden tests of `lock_ordering`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use exercise::{Account, Insufficient, total, transfer};
use harness::Rendezvous;

/// Accounts with 100 cents each. They lie side by side, so that locking in the order of their addresses takes the
/// same course in every execution.
fn bank<const N: usize>() -> Arc<[Account; N]> {
    let mut id = 0;
    Arc::new([(); N].map(|()| {
        id += 1;
        Account::new(id, 100)
    }))
}

fn succeeds(from: &Account, to: &Account, cents: i64) -> bool {
    transfer(from, to, cents, |_, _| ()).is_ok()
}

/// Two threads transfer between the same two accounts, in opposite directions: both succeed.
#[schedules]
fn opposite_transfers_both_finish() {
    let bank = bank();
    let other = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, bob] = &*bank;
            succeeds(bob, ann, 30)
        })
    };
    let [ann, bob] = &*bank;
    let mine = succeeds(ann, bob, 10);
    let other = other.join().unwrap();
    assert!(mine && other, "`transfer` refused to move money that was there");
    let balances = (total(&[ann]), total(&[bob]));
    assert_eq!(balances, (120, 80), "the balances are wrong after transfers of 10 and 30 in opposite directions");
}

/// A transfer from an account to itself needs the money, calls `audit` once, and changes nothing.
#[schedules]
fn a_transfer_to_itself_changes_nothing() {
    let ann = Account::new(1, 100);
    let mut audits = Vec::new();
    let result = transfer(&ann, &ann, 100, |from, to| audits.push((from, to)));
    assert!(result.is_ok(), "`transfer(a, a, 100, ..)` refused although 100 cents were there");
    assert_eq!(audits, [(100, 100)], "`transfer(a, a, 100, ..)` with 100 cents called `audit` with other balances");
    let result = transfer(&ann, &ann, 101, |_, _| harness::fail("`audit` was called for a transfer that failed"));
    assert!(matches!(result, Err(Insufficient)), "`transfer(a, a, 101, ..)` succeeded with only 100 cents");
    assert_eq!(total(&[&ann]), 100, "a transfer from an account to itself changed its balance");
}

/// Without enough money nothing changes and `audit` is not called.
#[schedules]
fn a_failed_transfer_changes_nothing() {
    let [ann, bob] = &*bank();
    for (from, to) in [(ann, bob), (bob, ann)] {
        let result = transfer(from, to, 101, |_, _| harness::fail("`audit` was called for a transfer that failed"));
        assert!(matches!(result, Err(Insufficient)), "a transfer of 101 cents succeeded with only 100 cents");
        let balances = (total(&[ann]), total(&[bob]));
        assert_eq!(balances, (100, 100), "a transfer that failed changed a balance");
    }
    let mut audits = Vec::new();
    let result = transfer(bob, ann, 100, |from, to| audits.push((from, to)));
    assert!(result.is_ok(), "a transfer of all the money in the account was refused");
    assert_eq!(audits, [(0, 200)], "after a transfer of 100 cents, `audit` was called with the wrong balances");
}

/// While one thread transfers, another counts: it never finds money missing or counted twice.
#[schedules]
fn total_sees_all_the_money() {
    let bank = bank();
    let mover = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, bob] = &*bank;
            succeeds(bob, ann, 30)
        })
    };
    let [ann, bob] = &*bank;
    let sum = total(&[ann, bob]);
    assert_eq!(sum, 200, "`total` was wrong while another thread moved money between the two accounts");
    assert!(mover.join().unwrap(), "`transfer` refused to move money that was there");
}

/// Two threads count the same two accounts, given in two orders: both get the sum.
#[schedules]
fn total_takes_accounts_in_any_order() {
    let bank = bank();
    let other = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, bob] = &*bank;
            total(&[bob, ann])
        })
    };
    let [ann, bob] = &*bank;
    let mine = total(&[ann, bob]);
    let sums = (mine, other.join().unwrap());
    assert_eq!(sums, (200, 200), "`total` of the same two accounts, in two orders, gave the wrong sums");
}

/// One thread counts two accounts, another moves money between them, naming the other one first: the sum is right.
#[schedules]
fn total_and_transfer_agree_on_the_order() {
    let bank = bank();
    let mover = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, bob] = &*bank;
            succeeds(ann, bob, 30)
        })
    };
    let [ann, bob] = &*bank;
    let sum = total(&[bob, ann]);
    assert_eq!(sum, 200, "`total` was wrong while another thread moved money between the two accounts");
    assert!(mover.join().unwrap(), "`transfer` refused to move money that was there");
}

/// An account that is given to `total` twice is counted twice.
#[schedules]
fn total_counts_an_account_as_often_as_it_is_given() {
    let ann = Account::new(1, 7);
    let bob = Account::new(2, 100);
    assert_eq!(total(&[]), 0, "`total` of no accounts is not 0");
    assert_eq!(total(&[&ann, &ann]), 14, "`total(&[a, a])` is wrong with 7 cents in `a`");
    assert_eq!(total(&[&ann, &bob, &ann]), 114, "`total(&[a, b, a])` is wrong with 7 cents in `a` and 100 in `b`");
}

/// While `audit` runs, nobody else gets at the account the money came from.
#[schedules]
fn the_source_is_locked_during_the_audit() {
    nobody_counts_during_the_audit(|[from, _]| from);
}

/// While `audit` runs, nobody else gets at the account the money went to.
#[schedules]
fn the_target_is_locked_during_the_audit() {
    nobody_counts_during_the_audit(|[_, to]| to);
}

/// A `total` that begins and ends between the beginning and the end of one `audit` did not wait for it.
fn nobody_counts_during_the_audit(watched: fn(&[Account; 2]) -> &Account) {
    let bank = bank();
    let auditing = Arc::new(AtomicBool::new(false));
    let counter = {
        let (bank, auditing) = (Arc::clone(&bank), Arc::clone(&auditing));
        thread::spawn(move || {
            let before = auditing.load(Ordering::SeqCst);
            total(&[watched(&bank)]);
            let after = auditing.load(Ordering::SeqCst);
            assert!(!(before && after), "`total` of an account did not wait for the `audit` of a transfer with it");
        })
    };
    let [from, to] = &*bank;
    let result = transfer(from, to, 30, |from, to| {
        auditing.store(true, Ordering::SeqCst);
        assert_eq!((from, to), (70, 130), "after a transfer of 30 cents, `audit` was called with the wrong balances");
        auditing.store(false, Ordering::SeqCst);
    });
    assert!(result.is_ok(), "`transfer` refused to move money that was there");
    counter.join().unwrap();
}

/// Two transfers that have no account in common can be in their `audit` at the same time.
#[schedules]
fn transfers_without_a_common_account_overlap() {
    let bank = bank();
    let both = Rendezvous::new(2, "`transfer` makes transfers wait for each other that have no account in common");
    let other = {
        let (bank, both) = (Arc::clone(&bank), both.clone());
        thread::spawn(move || {
            let [_, _, cleo, dan] = &*bank;
            transfer(cleo, dan, 10, |_, _| both.meet()).is_ok()
        })
    };
    let [ann, bob, _, _] = &*bank;
    let mine = transfer(ann, bob, 10, |_, _| both.meet()).is_ok();
    assert!(other.join().unwrap() && mine, "`transfer` refused to move money that was there");
}

/// Three threads transfer in a circle: all succeed.
#[schedules]
fn a_circle_of_transfers_finishes() {
    let bank: Arc<[Account; 3]> = bank();
    let others = [0, 1].map(|from| {
        let bank = Arc::clone(&bank);
        thread::spawn(move || succeeds(&bank[from], &bank[from + 1], 10))
    });
    let mut all = succeeds(&bank[2], &bank[0], 10);
    for other in others {
        all &= other.join().unwrap();
    }
    assert!(all, "`transfer` refused to move money that was there");
    let sum = total(&[&bank[0], &bank[1], &bank[2]]);
    assert_eq!(sum, 300, "three transfers in a circle changed the sum of the balances");
}
