// wrong: takes the item in the head of a match, where the guard lives through the arms
// finding: f_may_push_new_items: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        match inbox.lock().unwrap().pop_front() {
            Some(item) => {
                let result = f(item, inbox);
                out.lock().unwrap().push(result);
            }
            None => break,
        }
    }
}
