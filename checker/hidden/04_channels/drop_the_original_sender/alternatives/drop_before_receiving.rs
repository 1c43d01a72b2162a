// right: drops its own sender, then receives

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender));
    }
    drop(sender);
    let mut values = Vec::new();
    while let Ok(value) = receiver.recv() {
        values.push(value);
    }
    values
}
