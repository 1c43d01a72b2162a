// wrong: gives the guard a name, so that it lives to the end of the function
// finding: f_may_push_new_items: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    let mut items = inbox.lock().unwrap();
    while let Some(item) = items.pop_front() {
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
