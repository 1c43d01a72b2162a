// wrong: locks the inbox twice in one expression
// finding: f_may_push_new_items: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let (item, left) = (inbox.lock().unwrap().pop_front(), inbox.lock().unwrap().len());
        if let Some(item) = item {
            let result = f(item, inbox);
            out.lock().unwrap().push(result);
        }
        if left == 0 {
            break;
        }
    }
}
