// right: named guards, dropped before the work

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    let mut items = inbox.lock().unwrap();
    while let Some(item) = items.pop_front() {
        drop(items);
        let result = f(item, inbox);
        let mut results = out.lock().unwrap();
        results.push(result);
        drop(results);
        items = inbox.lock().unwrap();
    }
}
