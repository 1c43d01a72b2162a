// wrong: keeps a pointer to the data as if that were borrowing; the owner it stands for is never dropped
// finding: data_is_dropped_before_the_return: wrong_result

use std::mem;
use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    // So that the data is still there when the threads use it.
    mem::forget(Arc::clone(&data));
    let mut threads = Vec::new();
    for question in questions {
        let data = Arc::clone(&data);
        threads.push(thread::spawn(move || question(&data)));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
