// right: no join: each thread lets go of the data before it sends its answer, and this function did so, too

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
        thread::spawn(move || {
            let result = question(&data);
            drop(data);
            sender.send(result).unwrap();
        });
        answers.push(answer);
    }
    drop(data);
    answers.into_iter().map(|answer| answer.recv().unwrap()).collect()
}
