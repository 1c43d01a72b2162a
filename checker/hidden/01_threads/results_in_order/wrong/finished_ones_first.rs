// wrong: takes the results of the threads that have finished already before it waits for the others
// finding: two_results_are_in_order: wrong_result

use std::thread::{self, JoinHandle};

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let spawn = |item| thread::spawn(move || f(item));
    let handles: Vec<JoinHandle<R>> = items.into_iter().map(spawn).collect();
    let (finished, running): (Vec<_>, Vec<_>) = handles.into_iter().partition(JoinHandle::is_finished);
    let handles = finished.into_iter().chain(running);
    handles.map(|handle| handle.join().unwrap()).collect()
}
