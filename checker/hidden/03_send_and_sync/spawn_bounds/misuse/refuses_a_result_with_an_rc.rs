//! The `Rc` comes back, but a clone of it has stayed on the thread that made it. Two threads change one count that is
//! not atomic.

use std::rc::Rc;

use exercise::run_twice;

thread_local!(static NAME: Rc<i32> = Rc::new(5));

fn main() {
    run_twice(|| NAME.with(Rc::clone)); //~ E0277 Rc<i32>` cannot be sent between threads safely
}
