// wrong: shares the value through a lock that asks for `Sync`, though only one thread at a time ever has it
// finding: compile: interface

use std::sync::{Arc, RwLock};
use std::thread;

pub fn apply_on_thread<T: Send + Sync + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let shared = Arc::new(RwLock::new(value));
    let other = Arc::clone(&shared);
    let result = thread::spawn(move || f(&mut other.write().unwrap())).join().unwrap();
    let value = Arc::into_inner(shared).unwrap().into_inner().unwrap();
    (value, result)
}
