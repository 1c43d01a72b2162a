//! A value that one thread publishes and others read.

use std::thread;

use exercise::Slot;
use harness::RaceProbe;

/// One thread puts a value there, another reads it as soon as it sees it.
#[orderings]
fn the_value_arrives_whole() {
    let slot = Slot::new();
    thread::scope(|scope| {
        scope.spawn(|| slot.put(RaceProbe::new(5)));
        if let Some(value) = slot.get() {
            assert_eq!(value.read(), 5, "`get` returned something else than what was put there");
        }
    });
}
