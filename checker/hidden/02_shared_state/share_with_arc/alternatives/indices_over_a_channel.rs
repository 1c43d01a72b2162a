// right: numbered answers over a channel; the threads are joined before the return

use std::sync::{Arc, mpsc};
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let mut answers = vec![0; questions.len()];
    let (sender, results) = mpsc::channel();
    let mut threads = Vec::new();
    for (index, question) in questions.into_iter().enumerate() {
        let (data, sender) = (Arc::clone(&data), sender.clone());
        threads.push(thread::spawn(move || sender.send((index, question(&data))).unwrap()));
    }
    drop(sender);
    for (index, answer) in results {
        answers[index] = answer;
    }
    for thread in threads {
        thread.join().unwrap();
    }
    answers
}
