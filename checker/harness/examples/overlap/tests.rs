use std::thread;

use exercise::Table;
use harness::Overlap;

/// Two readers do not exclude each other.
#[schedules]
#[orderings]
fn two_readers_at_once() {
    let overlap = Overlap::new("more than 2 threads are in `read` at once, though only 2 were started")
        .at_most(2)
        .reaches(2, "`read` never lets two readers in at once");
    let table = Table::new(5);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| table.read(|_| drop(overlap.enter())));
        }
    });
}

/// A writer is alone.
#[schedules]
#[orderings]
fn one_writer_at_a_time() {
    let overlap = Overlap::new("`write` lets two writers in at once").at_most(1);
    let table = Table::new(5);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| table.write(|_| drop(overlap.enter())));
        }
    });
}
