// wrong: gets every answer before the next thread is started; the chain of iterators is lazy
// finding: questions_run_at_the_same_time: deadlock

use std::sync::Arc;
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    questions
        .into_iter()
        .map(|question| {
            let data = Arc::clone(&data);
            thread::spawn(move || question(&data))
        })
        .map(|thread| thread.join().unwrap())
        .collect()
}
