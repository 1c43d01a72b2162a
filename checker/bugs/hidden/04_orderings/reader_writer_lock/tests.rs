//! A lock for readers and writers.

use std::thread;

use exercise::Lock;
use harness::RaceProbe;

/// One thread reads while another writes.
#[orderings]
fn a_writer_waits_for_the_reader() {
    let lock = Lock::new(RaceProbe::new(1));
    let read = thread::scope(|scope| {
        scope.spawn(|| lock.write(|value| value.write(2)));
        lock.read(|value| value.read())
    });
    assert!([1, 2].contains(&read), "`read` saw {read}, which was never there");
}
