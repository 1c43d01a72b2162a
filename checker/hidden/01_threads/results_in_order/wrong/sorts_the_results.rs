// wrong: sorts the results, which asks for `Ord` and is the order of the items only by chance
// finding: compile: interface

use std::sync::{Arc, Mutex};
use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + Ord + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let results = Arc::new(Mutex::new(Vec::new()));
    let mut handles = Vec::new();
    for item in items {
        let results = Arc::clone(&results);
        handles.push(thread::spawn(move || {
            let result = f(item);
            results.lock().unwrap().push(result);
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    let mut results = Arc::into_inner(results).unwrap().into_inner().unwrap();
    results.sort();
    results
}
