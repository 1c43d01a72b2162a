// right: shares the value behind a mutex, and takes it out after the join, when no other `Arc` is left

use std::sync::{Arc, Mutex};
use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let shared = Arc::new(Mutex::new(value));
    let other = Arc::clone(&shared);
    let thread = thread::spawn(move || f(&mut other.lock().unwrap()));
    let result = thread.join().unwrap();
    let value = Arc::into_inner(shared).unwrap().into_inner().unwrap();
    (value, result)
}
