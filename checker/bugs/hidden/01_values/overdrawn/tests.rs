//! An account that must not be overdrawn.

use std::thread;

use exercise::Account;

/// Two threads take 80 of 100.
#[schedules]
fn only_one_gets_the_money() {
    let account = Account::new(100);
    thread::scope(|scope| {
        scope.spawn(|| account.withdraw(80));
        account.withdraw(80);
    });
    assert_eq!(account.cents(), 20, "80 were not taken exactly once from 100");
}
