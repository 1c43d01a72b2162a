//! Two threads that swap their values.

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use exercise::swap;

/// Each thread takes the other's value.
#[schedules]
fn values_are_swapped() {
    let (one, two, meeting) = (AtomicU32::new(1), AtomicU32::new(2), Barrier::new(2));
    thread::scope(|scope| {
        scope.spawn(|| swap(&one, &two, &meeting));
        swap(&two, &one, &meeting);
    });
    assert_eq!((one.load(SeqCst), two.load(SeqCst)), (2, 1), "the values 1 and 2 were not swapped");
}
