// wrong: collects the answers in the order in which the threads finish
// finding: answers_are_in_order: wrong_result

use std::sync::{Arc, mpsc};
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let (sender, answers) = mpsc::channel();
    let mut threads = Vec::new();
    for question in questions {
        let (data, sender) = (Arc::clone(&data), sender.clone());
        threads.push(thread::spawn(move || sender.send(question(&data)).unwrap()));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    drop(sender);
    answers.into_iter().collect()
}
