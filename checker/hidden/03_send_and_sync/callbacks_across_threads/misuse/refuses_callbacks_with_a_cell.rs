//! Two threads publish at the same time: both would change one `Cell`, and nothing keeps them apart.

use std::cell::Cell;

use exercise::Bus;

fn main() {
    let count = Cell::new(0);
    let bus = Bus::new();
    bus.subscribe(move |_: &str| count.set(count.get() + 1)); //~ E0277 Cell<i32>` cannot be shared between threads safely
}
