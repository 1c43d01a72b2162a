// wrong: waits for the answers but not for the threads, which may still hold the data
// finding: data_is_dropped_before_the_return: wrong_result

use std::sync::{Arc, mpsc};
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut answers = Vec::new();
    for question in questions {
        let (sender, answer) = mpsc::channel();
        let data = Arc::clone(&data);
        thread::spawn(move || sender.send(question(&data)).unwrap());
        answers.push(answer);
    }
    answers.into_iter().map(|answer| answer.recv().unwrap()).collect()
}
