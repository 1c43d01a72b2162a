// wrong: believes that `let _ = sender` drops the sender; the pattern `_` does not move it
// finding: every_value_arrives: deadlock

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender));
    }
    let _ = sender;
    receiver.iter().collect()
}
