//! Two threads that send to each other.

use std::sync::mpsc::sync_channel;
use std::thread;

use exercise::exchange;

/// Each sends two numbers, and each channel has room for one.
#[schedules]
fn both_get_everything() {
    let (to_two, from_one) = sync_channel(1);
    let (to_one, from_two) = sync_channel(1);
    let sums = thread::scope(|scope| {
        let other = scope.spawn(|| exchange(to_one, from_one));
        (exchange(to_two, from_two), other.join().unwrap())
    });
    assert_eq!(sums, (3, 3), "not everything has arrived");
}
