//! The callback would count its calls on whatever thread publishes, in a value that it shares with this thread through
//! an `Rc`, whose count is not atomic.

use std::cell::Cell;
use std::rc::Rc;

use exercise::Bus;

fn main() {
    let count = Rc::new(Cell::new(0));
    let counted = Rc::clone(&count);
    let bus = Bus::new();
    bus.subscribe(move |_: &str| counted.set(counted.get() + 1)); //~ E0277 Rc<Cell<i32>>` between threads safely
    bus.publish("1");
}
