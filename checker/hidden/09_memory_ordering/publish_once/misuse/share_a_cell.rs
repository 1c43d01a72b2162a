//! `get` on two threads would give both a `&Cell`, and both would write it: a data race.

use std::cell::Cell;
use std::thread;

use exercise::Publish;

fn main() {
    let shared = Publish::new();
    assert!(shared.set(Cell::new(7)).is_ok());
    thread::scope(|scope| {
        scope.spawn(|| shared.get().map(|cell| cell.set(8))); //~ E0277 Cell<i32> cannot be shared
        shared.get().map(|cell| cell.set(9));
    });
}
