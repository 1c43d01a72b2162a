// wrong: works on a clone and takes the item out afterwards
// finding: compile: interface

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T: Clone, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let Some(item) = inbox.lock().unwrap().front().cloned() else { break };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
        inbox.lock().unwrap().pop_front();
    }
}
