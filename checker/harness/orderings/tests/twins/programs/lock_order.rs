//! Two locks, taken in different orders.

use std::sync::{Arc, Mutex};
use std::thread;

fn take_both(swapped: bool) {
    let locks = Arc::new((Mutex::new(1), Mutex::new(2)));
    let other = {
        let locks = Arc::clone(&locks);
        thread::spawn(move || {
            let first = locks.0.lock().unwrap();
            let second = locks.1.lock().unwrap();
            *first + *second
        })
    };
    let sum = if swapped {
        let second = locks.1.lock().unwrap();
        let first = locks.0.lock().unwrap();
        *first + *second
    } else {
        let first = locks.0.lock().unwrap();
        let second = locks.1.lock().unwrap();
        *first + *second
    };
    assert_eq!(sum, other.join().unwrap());
}

pub(crate) fn wrong() {
    take_both(true);
}

pub(crate) fn right() {
    take_both(false);
}
