// wrong: takes out all items, and once more those that f has pushed, but not what comes of these
// finding: f_may_push_new_items: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    for _ in 0..2 {
        let items = std::mem::take(&mut *inbox.lock().unwrap());
        for item in items {
            let result = f(item, inbox);
            out.lock().unwrap().push(result);
        }
    }
}
