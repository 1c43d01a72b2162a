// wrong: calls `f` on the thread for the value, and once more on the caller for the result
// finding: value_and_result_come_back: wrong_result

use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let thread = thread::spawn(move || {
        f(&mut value);
        value
    });
    let mut value = thread.join().unwrap();
    let result = f(&mut value);
    (value, result)
}
