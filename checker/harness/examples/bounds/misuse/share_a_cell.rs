//! Two threads would set the same `Cell` at the same time, and nothing orders the two writes: a data race.

use std::cell::Cell;
use std::thread;

use exercise::Shared;

fn main() {
    let shared = Shared::new(Cell::new(7));
    thread::scope(|scope| {
        scope.spawn(|| shared.get().set(8)); //~ E0277 Cell<i32> Sync
        shared.get().set(9);
    });
}
