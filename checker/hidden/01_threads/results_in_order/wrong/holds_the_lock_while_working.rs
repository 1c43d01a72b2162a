// wrong: holds the lock of the results during the call, so one call runs at a time, and in any order
// finding: two_results_are_in_order: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for item in items {
            scope.spawn(|| {
                let mut results = results.lock().unwrap();
                results.push(f(item));
            });
        }
    });
    results.into_inner().unwrap()
}
