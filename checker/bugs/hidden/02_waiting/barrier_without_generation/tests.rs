//! A barrier that is used more than once.

use std::thread;

use exercise::Barrier;

/// Two threads meet twice.
#[schedules]
fn two_rounds_come_to_an_end() {
    let barrier = Barrier::new(2);
    let meet_twice = || {
        barrier.wait();
        barrier.wait();
    };
    thread::scope(|scope| {
        scope.spawn(meet_twice);
        meet_twice();
    });
}
