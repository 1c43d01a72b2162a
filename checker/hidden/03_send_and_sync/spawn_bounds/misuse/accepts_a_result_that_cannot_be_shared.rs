//! A `Cell` must not be shared by threads, but it may come back from one: only its new owner uses it.

use std::cell::Cell;

use exercise::run_twice;

fn main() {
    let (first, second) = run_twice(|| Cell::new(1));
    first.set(second.get());
}
