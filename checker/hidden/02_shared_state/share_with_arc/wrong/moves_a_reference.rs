// wrong: moves a reference to the Arc into the threads: the count does not know of it
// finding: compile: E0597

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut threads = Vec::new();
    for question in questions {
        let data = &data;
        threads.push(thread::spawn(move || question(data)));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
