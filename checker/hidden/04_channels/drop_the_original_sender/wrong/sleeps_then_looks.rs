// wrong: sleeps for a guessed time and takes what has come until then
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
    thread::sleep(Duration::from_millis(200));
    receiver.try_iter().collect()
}
