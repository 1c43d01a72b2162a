// wrong: gives the threads handles that own nothing, and drops the only owner before they have asked
// finding: answers_are_in_order: panic

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut threads = Vec::new();
    for question in questions {
        let data = Arc::downgrade(&data);
        threads.push(thread::spawn(move || question(&data.upgrade().unwrap())));
    }
    drop(data);
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
