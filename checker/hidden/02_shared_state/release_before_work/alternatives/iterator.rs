// right: an iterator whose next() holds the lock only while it takes an item

use std::collections::VecDeque;
use std::iter;
use std::sync::Mutex;

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    iter::from_fn(|| inbox.lock().unwrap().pop_front()).map(|item| f(item, inbox)).for_each(|result| {
        out.lock().unwrap().push(result);
    });
}
