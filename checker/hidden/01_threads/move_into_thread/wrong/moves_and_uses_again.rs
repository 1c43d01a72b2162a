// wrong: moves the value into the closure, and then uses what is no longer here
// finding: compile: E0382

use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let thread = thread::spawn(move || f(&mut value));
    let result = thread.join().unwrap();
    (value, result)
}
