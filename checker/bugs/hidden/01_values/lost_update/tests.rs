//! A counter that two threads share.

use std::thread;

use exercise::Counter;

/// Two threads add 1 each.
#[schedules]
fn both_additions_count() {
    let counter = Counter::default();
    thread::scope(|scope| {
        scope.spawn(|| counter.add());
        counter.add();
    });
    assert_eq!(counter.get(), 2, "an addition was lost");
}
