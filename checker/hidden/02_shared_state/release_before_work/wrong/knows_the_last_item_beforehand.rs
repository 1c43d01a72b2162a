// wrong: remembers when it takes an item that the inbox is empty now, and does not look again after f
// finding: f_may_push_new_items: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let (item, was_last) = {
            let mut inbox = inbox.lock().unwrap();
            let Some(item) = inbox.pop_front() else { break };
            (item, inbox.is_empty())
        };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
        if was_last {
            break;
        }
    }
}
