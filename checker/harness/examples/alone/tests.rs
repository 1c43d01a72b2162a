use std::thread;

use exercise::Largest;

/// A thread that is stopped anywhere in `record` holds up nobody else's.
#[schedules]
fn nobody_waits() {
    let largest = Largest::new();
    thread::scope(|scope| {
        scope.spawn(|| harness::alone(|| largest.record(2)));
        largest.record(1);
    });
    assert_eq!(largest.get(), 2, "`get` returned something else than the larger of 1 and 2");
}
