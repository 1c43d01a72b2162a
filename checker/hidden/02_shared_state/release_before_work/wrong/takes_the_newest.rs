// wrong: takes the items from the back
// finding: f_may_push_new_items: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let Some(item) = inbox.lock().unwrap().pop_back() else { break };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
