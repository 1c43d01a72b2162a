// right: one item for each call; the rest is for the next call

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    drain_by(inbox, out, &f);
}

fn drain_by<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: &dyn Fn(T, &Mutex<VecDeque<T>>) -> R) {
    let item = inbox.lock().unwrap().pop_front();
    if let Some(item) = item {
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
        drain_by(inbox, out, f);
    }
}
