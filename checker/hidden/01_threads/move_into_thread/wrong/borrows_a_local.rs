// wrong: a plain closure borrows the value, and the thread might outlive it
// finding: compile: E0373

use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let mut value = value;
    let result = thread::spawn(|| f(&mut value)).join().unwrap();
    (value, result)
}
