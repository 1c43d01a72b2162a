// wrong: tries to lock out, and drops the result if somebody else has it
// finding: two_threads_drain_one_inbox: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let Some(item) = inbox.lock().unwrap().pop_front() else { break };
        let result = f(item, inbox);
        if let Ok(mut results) = out.try_lock() {
            results.push(result);
        }
    }
}
