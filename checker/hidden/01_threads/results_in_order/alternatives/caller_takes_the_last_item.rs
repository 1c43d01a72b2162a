// right: starts the threads for all items but the last, and the caller does that one

use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(mut items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let Some(last) = items.pop() else {
        return Vec::new();
    };
    let handles: Vec<_> = items.into_iter().map(|item| thread::spawn(move || f(item))).collect();
    let last = f(last);
    let others = handles.into_iter().map(|handle| handle.join().unwrap());
    others.chain([last]).collect()
}
