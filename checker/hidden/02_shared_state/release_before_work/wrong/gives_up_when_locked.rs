// wrong: tries to lock the inbox, and takes a locked one for an empty one
// finding: another_thread_pushes_meanwhile: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let item = match inbox.try_lock() {
            Ok(mut items) => items.pop_front(),
            Err(_) => None,
        };
        let Some(item) = item else { break };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
