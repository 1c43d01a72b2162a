// wrong: computes the result before it locks out, but the guard of the inbox still lives through the loop's body
// finding: f_may_push_new_items: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    while let Some(item) = inbox.lock().unwrap().pop_front() {
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
