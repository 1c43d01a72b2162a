//! A value that one thread hands to another.

use std::thread;

use exercise::Slot;

/// One thread puts 5 there, another waits for it.
#[schedules]
fn the_value_arrives() {
    let slot = Slot::default();
    let value = thread::scope(|scope| {
        scope.spawn(|| slot.put(5));
        slot.wait()
    });
    assert_eq!(value, 5, "`wait` returned something else than what was put there");
}
