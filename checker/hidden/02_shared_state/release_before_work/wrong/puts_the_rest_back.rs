// wrong: takes all items out and puts the rest back after each, over what f has pushed
// finding: f_may_push_new_items: wrong_result

use std::collections::VecDeque;
use std::mem;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let mut items = mem::take(&mut *inbox.lock().unwrap());
        let Some(item) = items.pop_front() else { break };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
        *inbox.lock().unwrap() = items;
    }
}
