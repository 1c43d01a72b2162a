// right: appends pairs of index and result as they come, and sorts them by index at the end

use std::sync::{Arc, Mutex};
use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let pairs = Arc::new(Mutex::new(Vec::new()));
    let mut handles = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let pairs = Arc::clone(&pairs);
        handles.push(thread::spawn(move || {
            let result = f(item);
            pairs.lock().unwrap().push((index, result));
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let mut pairs = std::mem::take(&mut *pairs.lock().unwrap());
    pairs.sort_by_key(|(index, _)| *index);
    pairs.into_iter().map(|(_, result)| result).collect()
}
