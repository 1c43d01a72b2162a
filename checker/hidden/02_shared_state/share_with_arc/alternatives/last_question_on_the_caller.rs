// right: the calling thread asks the last question itself, and gives the others away first

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut questions = questions;
    let last = questions.pop();
    let threads: Vec<_> = questions
        .into_iter()
        .map(|question| {
            let data = Arc::clone(&data);
            thread::spawn(move || question(&data))
        })
        .collect();
    let last = last.map(|question| question(&data));
    threads.into_iter().map(|thread| thread.join().unwrap()).chain(last).collect()
}
