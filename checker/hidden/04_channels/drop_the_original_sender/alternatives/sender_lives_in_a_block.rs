// right: the sender lives in a function that returns the receiver

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

fn start<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Receiver<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        let sender = Sender::clone(&sender);
        thread::spawn(move || producer(sender));
    }
    receiver
}

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    start(producers).into_iter().collect()
}
