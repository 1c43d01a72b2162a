// wrong: collects its results beside out and then puts them in the place of what is there
// finding: everything_is_of_one_thread: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    let mut results = Vec::new();
    loop {
        let Some(item) = inbox.lock().unwrap().pop_front() else { break };
        results.push(f(item, inbox));
    }
    *out.lock().unwrap() = results;
}
