// wrong: waits for the result only, and unwraps the `Arc` while the thread may still hold the other one
// finding: value_and_result_come_back: panic

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let shared = Arc::new(Mutex::new(value));
    let other = Arc::clone(&shared);
    let (sender, receiver) = mpsc::channel();
    let thread = thread::spawn(move || {
        let result = f(&mut other.lock().unwrap());
        sender.send(result).unwrap();
    });
    let result = receiver.recv().unwrap();
    let value = Arc::into_inner(shared).expect("the other `Arc` is gone").into_inner().unwrap();
    thread.join().unwrap();
    (value, result)
}
