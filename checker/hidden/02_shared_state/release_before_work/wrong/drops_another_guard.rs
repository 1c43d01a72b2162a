// wrong: wants to unlock by dropping a guard, but makes a second one for it
// finding: f_may_push_new_items: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    while let Some(item) = inbox.lock().unwrap().pop_front() {
        drop(inbox.lock().unwrap());
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
