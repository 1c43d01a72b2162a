// wrong: puts a lock around data that is only read, so that one question is asked at a time
// finding: questions_run_at_the_same_time: deadlock

use std::sync::{Arc, Mutex};
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(Mutex::new(data));
    let mut threads = Vec::new();
    for question in questions {
        let data = Arc::clone(&data);
        threads.push(thread::spawn(move || question(&data.lock().unwrap())));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
