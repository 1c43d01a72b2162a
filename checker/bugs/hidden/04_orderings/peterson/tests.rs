//! Peterson's lock.

use std::thread;

use exercise::Peterson;
use harness::RaceProbe;

/// Two threads add 1 each, under the lock.
#[orderings]
fn one_at_a_time() {
    let lock = Peterson::new(RaceProbe::new(0));
    let add = |this| {
        lock.with(this, |value| {
            let before = value.read();
            value.write(before + 1);
        });
    };
    thread::scope(|scope| {
        scope.spawn(|| add(0));
        add(1);
    });
    assert_eq!(lock.with(0, |value| value.read()), 2, "an addition under the lock was lost");
}
