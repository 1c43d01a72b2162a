// right: keeps the handles in the order of the items and joins them in that order

use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let mut handles = Vec::new();
    for item in items {
        handles.push(thread::spawn(move || f(item)));
    }
    let mut results = Vec::new();
    for handle in handles {
        results.push(handle.join().unwrap());
    }
    results
}
