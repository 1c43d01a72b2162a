// wrong: moves a reference into the thread instead of the value, which changes nothing
// finding: compile: E0597

use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let borrowed = &mut value;
    let result = thread::spawn(move || f(borrowed)).join().unwrap();
    (value, result)
}
