// wrong: makes a new Arc for each thread from data that is gone after the first
// finding: compile: E0382

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let mut threads = Vec::new();
    for question in questions {
        let data = Arc::new(data);
        threads.push(thread::spawn(move || question(&data)));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
