//! Transfers between two accounts.

use std::sync::Mutex;
use std::thread;

use exercise::transfer;

/// Two threads transfer in opposite directions.
#[schedules]
fn opposite_transfers_both_succeed() {
    let (one, two) = (Mutex::new(100), Mutex::new(100));
    thread::scope(|scope| {
        scope.spawn(|| transfer(&one, &two, 10));
        transfer(&two, &one, 30);
    });
    let cents = (*one.lock().unwrap(), *two.lock().unwrap());
    assert_eq!(cents, (120, 80), "money was lost");
}
