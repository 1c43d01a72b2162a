// wrong: takes silence for the end, and keeps its own sender
// finding: every_value_arrives: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender));
    }
    let mut values = Vec::new();
    while let Ok(value) = receiver.recv_timeout(Duration::from_millis(100)) {
        values.push(value);
    }
    values
}
