//! A lock that spins.

use std::thread;

use exercise::SpinLock;
use harness::RaceProbe;

/// Two threads add 1 each, under the lock.
#[orderings]
fn the_lock_orders_its_contents() {
    let lock = SpinLock::new(RaceProbe::new(0));
    let add = || {
        lock.with(|value| {
            let before = value.read();
            value.write(before + 1);
        });
    };
    thread::scope(|scope| {
        scope.spawn(add);
        add();
    });
    assert_eq!(lock.with(|value| value.read()), 2, "an addition under the lock was lost");
}
