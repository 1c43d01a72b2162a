// wrong: demands `Default` in order to take the value out of a mutex
// finding: compile: interface

use std::sync::{Arc, Mutex};
use std::thread;

pub fn apply_on_thread<T: Send + Default + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let shared = Arc::new(Mutex::new(value));
    let other = Arc::clone(&shared);
    let result = thread::spawn(move || f(&mut other.lock().unwrap())).join().unwrap();
    let value = std::mem::take(&mut *shared.lock().unwrap());
    (value, result)
}
