use std::thread;

use exercise::Counter;

/// Two threads add: both additions count.
#[schedules]
fn two_additions() {
    let counter = Counter::new();
    thread::scope(|scope| {
        scope.spawn(|| counter.add(1));
        scope.spawn(|| counter.add(2));
    });
    assert_eq!(counter.total(), 3, "an addition was lost: `total` is wrong after `add(1)` and `add(2)`");
}
