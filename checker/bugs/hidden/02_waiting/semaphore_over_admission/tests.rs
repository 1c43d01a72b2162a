//! A semaphore.

use std::thread;

use exercise::Semaphore;
use harness::Overlap;

/// Two threads want the only permit.
#[schedules]
fn one_permit_lets_one_thread_in() {
    let inside = Overlap::new("two threads have the only permit at the same time").at_most(1);
    let semaphore = Semaphore::new(1);
    let enter = || {
        semaphore.acquire();
        drop(inside.enter());
        semaphore.release();
    };
    thread::scope(|scope| {
        scope.spawn(enter);
        enter();
    });
}
