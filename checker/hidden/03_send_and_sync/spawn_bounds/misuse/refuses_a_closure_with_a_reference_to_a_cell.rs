//! The reference may be copied, but both copies lead to the same `Cell`, and two threads would change it at the same
//! time.

use std::cell::Cell;

use exercise::run_twice;

fn main() {
    let sum: &'static Cell<i32> = Box::leak(Box::new(Cell::new(0)));
    run_twice(move || sum.set(sum.get() + 1)); //~ E0277 Cell<i32>` cannot be shared between threads safely
}
