// wrong: looks for an item under one guard and takes it under another; somebody may be faster
// finding: two_threads_drain_one_inbox: panic

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let empty = inbox.lock().unwrap().is_empty();
        if empty {
            break;
        }
        let item = inbox.lock().unwrap().pop_front().unwrap();
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
