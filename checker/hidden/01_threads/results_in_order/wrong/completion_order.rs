// wrong: every thread appends its result to one list, so the results are in the order of completion
// finding: two_results_are_in_order: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let results = Mutex::new(Vec::with_capacity(items.len()));
    thread::scope(|scope| {
        for item in items {
            let results = &results;
            scope.spawn(move || {
                let result = f(item);
                results.lock().unwrap().push(result);
            });
        }
    });
    results.into_inner().unwrap()
}
