//! Hidden tests of `lock_ordering`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use exercise::{Account, Insufficient, total, transfer};
use harness::{Rendezvous, settle};

/// Accounts with 100 cents each. They lie side by side, so that locking in the order of their addresses takes the
/// same course in every execution.
fn bank<const N: usize>() -> Arc<[Account; N]> {
    let mut id = 0;
    bank_of([(); N].map(|()| {
        id += 1;
        id
    }))
}

/// The same with these ids: their order need not be that of the addresses.
fn bank_of<const N: usize>(ids: [u32; N]) -> Arc<[Account; N]> {
    Arc::new(ids.map(|id| Account::new(id, 100)))
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

/// A transfer of 0 cents from an account without money succeeds, and calls `audit` once.
#[schedules]
fn a_transfer_of_nothing_is_one() {
    let (ann, bob) = (Account::new(1, 0), Account::new(2, 7));
    let mut audits = Vec::new();
    let result = transfer(&ann, &bob, 0, |from, to| audits.push((from, to)));
    assert!(result.is_ok(), "a transfer of 0 cents was refused");
    assert_eq!(audits, [(0, 7)], "a transfer of 0 cents did not call `audit` once, with the two balances");
}

/// Two threads transfer 60 cents each from an account with 100: one of them succeeds.
#[schedules]
fn money_is_spent_once() {
    let bank = bank();
    let other = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, bob] = &*bank;
            succeeds(ann, bob, 60)
        })
    };
    let [ann, bob] = &*bank;
    let mine = succeeds(ann, bob, 60);
    let other = other.join().unwrap();
    assert!(mine || other, "two transfers of 60 cents from an account with 100: both were refused");
    assert!(!(mine && other), "two transfers of 60 cents from an account with 100: both succeeded");
    let balances = (total(&[ann]), total(&[bob]));
    assert_eq!(balances, (40, 160), "one of two transfers of 60 cents succeeded, and the balances are wrong");
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

/// Two threads count the same three accounts, given in two orders: both get the sum.
#[schedules]
fn total_takes_accounts_in_any_order() {
    let bank = bank();
    let other = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, bob, cleo] = &*bank;
            total(&[cleo, ann, bob])
        })
    };
    let [ann, bob, cleo] = &*bank;
    let mine = total(&[ann, bob, cleo]);
    let sums = (mine, other.join().unwrap());
    assert_eq!(sums, (300, 300), "`total` of the same three accounts, in two orders, gave the wrong sums");
}

/// One thread counts three accounts, another moves money from the first to the last of them: the sum is right. The
/// ids of the accounts, which lie side by side, descend.
#[schedules]
fn total_and_transfer_agree_on_the_order() {
    let bank = bank_of([3, 2, 1]);
    let mover = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, _, cleo] = &*bank;
            succeeds(ann, cleo, 30)
        })
    };
    let [ann, bob, cleo] = &*bank;
    let sum = total(&[bob, cleo, ann]);
    assert_eq!(sum, 300, "`total` was wrong while another thread moved money between two of three accounts");
    assert!(mover.join().unwrap(), "`transfer` refused to move money that was there");
}

/// An account that is given to `total` several times is counted as often.
#[schedules]
fn total_counts_an_account_as_often_as_it_is_given() {
    let ann = Account::new(1, 7);
    let bob = Account::new(2, 100);
    assert_eq!(total(&[]), 0, "`total` of no accounts is not 0");
    assert_eq!(total(&[&ann, &ann]), 14, "`total(&[a, a])` is wrong with 7 cents in `a`");
    let sum = total(&[&ann, &bob, &ann, &ann]);
    assert_eq!(sum, 121, "`total(&[a, b, a, a])` is wrong with 7 cents in `a` and 100 in `b`");
}

/// An account is given to `total` twice, while another thread moves money out of it: the same balance counts twice.
#[schedules]
fn total_counts_one_balance_twice() {
    let bank = bank();
    let mover = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [ann, bob] = &*bank;
            succeeds(ann, bob, 30)
        })
    };
    let [ann, _] = &*bank;
    let sum = total(&[ann, ann]);
    assert!(sum == 200 || sum == 140, "`total(&[a, a])` is not twice what `a` has before or after a transfer");
    assert!(mover.join().unwrap(), "`transfer` refused to move money that was there");
}

/// While `audit` runs, nobody else gets at the account the money came from.
#[schedules]
fn the_source_is_locked_during_the_audit() {
    nobody_gets_in_during_the_audit(
        [0, 1],
        (70, 130),
        |bank| {
            total(&[&bank[0]]);
        },
        TOTAL_DID_NOT_WAIT,
    );
}

/// While `audit` runs, nobody else gets at the account the money went to.
#[schedules]
fn the_target_is_locked_during_the_audit() {
    nobody_gets_in_during_the_audit(
        [0, 1],
        (70, 130),
        |bank| {
            total(&[&bank[1]]);
        },
        TOTAL_DID_NOT_WAIT,
    );
}

/// While the `audit` of a transfer from an account to itself runs, nobody else gets at the account.
#[schedules]
fn the_only_account_is_locked_during_the_audit() {
    nobody_gets_in_during_the_audit(
        [0, 0],
        (100, 100),
        |bank| {
            total(&[&bank[0]]);
        },
        TOTAL_DID_NOT_WAIT,
    );
}

/// While `audit` runs, a transfer that will be refused waits, too.
#[schedules]
fn a_refusal_waits_for_the_audit() {
    nobody_gets_in_during_the_audit(
        [0, 1],
        (70, 130),
        |bank| {
            let result = transfer(&bank[0], &bank[1], 101, |_, _| {
                harness::fail("`audit` was called for a transfer that failed")
            });
            assert!(result.is_err(), "a transfer of 101 cents succeeded with 100 cents or less");
        },
        "`transfer` refused without waiting for the `audit` of another transfer with the same accounts",
    );
}

const TOTAL_DID_NOT_WAIT: &str = "`total` of an account did not wait for the `audit` of a transfer with it";

/// A call that begins and ends between the beginning and the end of one `audit` did not wait for it.
fn nobody_gets_in_during_the_audit(
    [from, to]: [usize; 2],
    balances: (i64, i64),
    call: fn(&[Account; 2]),
    sentence: &'static str,
) {
    let bank = bank();
    let auditing = Arc::new(AtomicBool::new(false));
    let caller = {
        let (bank, auditing) = (Arc::clone(&bank), Arc::clone(&auditing));
        thread::spawn(move || {
            let before = auditing.load(Ordering::SeqCst);
            call(&bank);
            let after = auditing.load(Ordering::SeqCst);
            assert!(!(before && after), "{sentence}");
        })
    };
    let result = transfer(&bank[from], &bank[to], 30, |from, to| {
        auditing.store(true, Ordering::SeqCst);
        assert_eq!((from, to), balances, "after a transfer of 30 cents, `audit` was called with the wrong balances");
        auditing.store(false, Ordering::SeqCst);
    });
    assert!(result.is_ok(), "`transfer` refused to move money that was there");
    caller.join().unwrap();
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

/// A transfer is in its `audit`, and another one waits for it. A third one, between other accounts, need not wait.
#[schedules]
fn who_waits_is_in_nobodys_way() {
    let bank: Arc<[Account; 5]> = bank();
    let both =
        Rendezvous::new(2, "a transfer that waits for an account keeps another one waiting that does without it");
    let first = {
        let (bank, both) = (Arc::clone(&bank), both.clone());
        thread::spawn(move || {
            let [ann, bob, ..] = &*bank;
            transfer(ann, bob, 10, |_, _| both.meet()).is_ok()
        })
    };
    settle("`transfer` of the only thread does not come to its `audit`");
    let waiting = {
        let bank = Arc::clone(&bank);
        thread::spawn(move || {
            let [_, bob, _, _, eve] = &*bank;
            succeeds(eve, bob, 10)
        })
    };
    let [_, _, cleo, dan, _] = &*bank;
    let mine = transfer(cleo, dan, 10, |_, _| both.meet()).is_ok();
    let others = [first, waiting].map(|other| other.join().unwrap());
    assert_eq!((mine, others), (true, [true; 2]), "`transfer` refused to move money that was there");
}

/// Three threads transfer in a circle: all succeed.
#[schedules]
fn a_circle_of_transfers_finishes() {
    let bank = bank_of([1, 1_500_000_000, 3_000_000_000]);
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
