// right: the guard is gone at the semicolon of the let

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let Some(item) = inbox.lock().unwrap().pop_front() else { break };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
