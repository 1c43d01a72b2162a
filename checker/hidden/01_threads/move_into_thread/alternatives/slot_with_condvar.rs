// right: the thread puts both into a slot, and the caller waits until the slot is filled

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let slot = Arc::new((Mutex::new(None), Condvar::new()));
    let filled = Arc::clone(&slot);
    thread::spawn(move || {
        let result = f(&mut value);
        *filled.0.lock().unwrap() = Some((value, result));
        filled.1.notify_one();
    });
    let mut pair = slot.0.lock().unwrap();
    loop {
        if let Some(pair) = pair.take() {
            return pair;
        }
        pair = slot.1.wait(pair).unwrap();
    }
}
