// wrong: takes out all items once and never looks for those that f has pushed
// finding: f_may_push_new_items: wrong_result

use std::collections::VecDeque;
use std::mem;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    let items = mem::take(&mut *inbox.lock().unwrap());
    for item in items {
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
