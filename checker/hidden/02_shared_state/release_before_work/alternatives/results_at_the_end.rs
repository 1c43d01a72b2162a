// right: collects the results beside out and appends all of them before the return

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    let mut results = Vec::new();
    loop {
        let item = inbox.lock().unwrap().pop_front();
        match item {
            Some(item) => results.push(f(item, inbox)),
            None => break,
        }
    }
    out.lock().unwrap().append(&mut results);
}
