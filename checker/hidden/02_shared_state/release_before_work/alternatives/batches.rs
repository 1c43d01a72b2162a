// right: takes out all there is, works on it, and looks again until nothing has come

use std::collections::VecDeque;
use std::mem;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let batch = mem::take(&mut *inbox.lock().unwrap());
        if batch.is_empty() {
            return;
        }
        for item in batch {
            let result = f(item, inbox);
            out.lock().unwrap().push(result);
        }
    }
}
