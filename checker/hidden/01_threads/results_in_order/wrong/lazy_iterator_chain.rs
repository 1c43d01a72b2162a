// wrong: the chain is lazy, so each thread is joined before the next one is spawned
// finding: calls_run_at_the_same_time: deadlock

use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    items.into_iter().map(|item| thread::spawn(move || f(item))).map(|handle| handle.join().unwrap()).collect()
}
