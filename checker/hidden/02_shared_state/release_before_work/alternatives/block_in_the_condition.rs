// right: a block with a let in the head of the loop: its guard does not outlive the block

use std::collections::VecDeque;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    while let Some(item) = {
        let mut items = inbox.lock().unwrap();
        items.pop_front()
    } {
        let result = f(item, inbox);
        let mut results = out.lock().unwrap();
        results.push(result);
    }
}
