// wrong: takes as many items as there were at the beginning
// finding: f_may_push_new_items: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    let items = inbox.lock().unwrap().len();
    for _ in 0..items {
        let Some(item) = inbox.lock().unwrap().pop_front() else { break };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
