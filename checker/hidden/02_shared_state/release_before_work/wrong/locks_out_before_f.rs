// wrong: lets go of the inbox, but makes the guard of out before the argument of push
// finding: f_may_look_into_out: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let Some(item) = inbox.lock().unwrap().pop_front() else { break };
        out.lock().unwrap().push(f(item, inbox));
    }
}
