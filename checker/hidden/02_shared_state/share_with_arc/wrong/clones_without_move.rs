// wrong: clones the Arc in the thread and lets the closure borrow the original
// finding: compile: E0373

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut threads = Vec::new();
    for question in questions {
        threads.push(thread::spawn(|| question(&Arc::clone(&data))));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
