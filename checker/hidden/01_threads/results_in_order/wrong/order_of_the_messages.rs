// wrong: takes the messages in the order in which the threads send them
// finding: two_results_are_in_order: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let (sender, receiver) = mpsc::channel();
    for item in items {
        let sender = sender.clone();
        thread::spawn(move || sender.send(f(item)).unwrap());
    }
    drop(sender);
    receiver.iter().collect()
}
