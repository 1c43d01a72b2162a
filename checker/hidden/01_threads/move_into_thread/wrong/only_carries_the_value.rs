// wrong: the new thread does no more than hand the value back, and `f` runs on the caller
// finding: f_runs_on_another_thread: wrong_result

use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let mut value = thread::spawn(move || value).join().unwrap();
    let result = f(&mut value);
    (value, result)
}
