// wrong: the caller does the first item before it starts the threads for the others
// finding: calls_run_at_the_same_time: deadlock

use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let mut items = items.into_iter();
    let mut results: Vec<R> = items.next().map(f).into_iter().collect();
    let handles: Vec<_> = items.map(|item| thread::spawn(move || f(item))).collect();
    for handle in handles {
        results.push(handle.join().unwrap());
    }
    results
}
