// wrong: calls f on a thread of its own, which items, results and f have to be made for
// finding: compile: interface

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

pub fn drain<T: Send, R: Send>(
    inbox: &Mutex<VecDeque<T>>,
    out: &Mutex<Vec<R>>,
    f: impl Fn(T, &Mutex<VecDeque<T>>) -> R + Sync,
) {
    loop {
        let Some(item) = inbox.lock().unwrap().pop_front() else { break };
        let result = thread::scope(|scope| scope.spawn(|| f(item, inbox)).join().unwrap());
        out.lock().unwrap().push(result);
    }
}
