// right: moves the value in, and returns a pair through `join`

use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let worker = move || {
        let mut value = value;
        let result = f(&mut value);
        (value, result)
    };
    match thread::spawn(worker).join() {
        Ok(pair) => pair,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
