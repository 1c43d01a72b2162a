// wrong: copies the data for each thread, so that it has to be Clone
// finding: compile: interface

use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Clone + Send + Sync + 'static,
{
    let mut threads = Vec::new();
    for question in questions {
        let data = data.clone();
        threads.push(thread::spawn(move || question(&data)));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
