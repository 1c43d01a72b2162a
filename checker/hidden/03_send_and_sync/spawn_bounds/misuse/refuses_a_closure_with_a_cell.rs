//! Both threads would change one `Cell` at the same time, and nothing keeps them apart: an addition gets lost, or worse.

use std::cell::Cell;

use exercise::run_twice;

fn main() {
    let sum = Cell::new(0);
    run_twice(move || sum.set(sum.get() + 1)); //~ E0277 Cell<i32>` cannot be shared between threads safely
}
