// wrong: receives exactly one value for each producer
// finding: every_value_arrives: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let count = producers.len();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender));
    }
    receiver.iter().take(count).collect()
}
