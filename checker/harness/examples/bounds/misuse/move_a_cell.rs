//! One thread at a time has the `Cell`, so nothing can go wrong.

use std::cell::Cell;
use std::thread;

use exercise::Shared;

fn main() {
    let shared = Shared::new(Cell::new(7));
    thread::spawn(move || shared.get().set(8));
}
