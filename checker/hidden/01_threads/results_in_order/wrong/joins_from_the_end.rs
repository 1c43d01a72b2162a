// wrong: `pop` takes the handles from the end, so the results are in reverse order
// finding: two_results_are_in_order: wrong_result

use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let mut handles = Vec::new();
    for item in items {
        handles.push(thread::spawn(move || f(item)));
    }
    let mut results = Vec::new();
    while let Some(handle) = handles.pop() {
        results.push(handle.join().unwrap());
    }
    results
}
