//! Whoever leaves a room last turns off the light.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

use exercise::Room;

/// Two threads leave a room that held the two of them.
#[schedules]
fn one_turns_off_the_light() {
    let room = Room::with(2);
    let last = AtomicU32::new(0);
    let leave = || {
        if room.leave() {
            last.fetch_add(1, SeqCst);
        }
    };
    thread::scope(|scope| {
        scope.spawn(leave);
        leave();
    });
    assert_eq!(last.load(SeqCst), 1, "not exactly one of two threads was the last");
}
