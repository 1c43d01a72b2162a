// wrong: looks for the result without waiting for the thread
// finding: value_and_result_come_back: panic

use std::sync::{Arc, Mutex};
use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let slot = Arc::new(Mutex::new(None));
    let filled = Arc::clone(&slot);
    thread::spawn(move || {
        let result = f(&mut value);
        *filled.lock().unwrap() = Some((value, result));
    });
    slot.lock().unwrap().take().unwrap()
}
