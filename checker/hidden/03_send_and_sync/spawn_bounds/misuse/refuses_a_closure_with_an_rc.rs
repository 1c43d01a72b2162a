//! Both threads would clone and drop one `Rc` at the same time. Its count is not atomic: the value is freed too early,
//! or never.

use std::rc::Rc;

use exercise::run_twice;

fn main() {
    let name = Rc::new(5);
    run_twice(move || drop(Rc::clone(&name))); //~ E0277 Rc<i32>` between threads safely
}
