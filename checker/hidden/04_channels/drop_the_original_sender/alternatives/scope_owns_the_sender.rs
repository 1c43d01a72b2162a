// right: the sender belongs to the closure of a scope, which ends before anything is received

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    thread::scope(move |scope| {
        for producer in producers {
            let sender = sender.clone();
            scope.spawn(|| producer(sender));
        }
    });
    receiver.into_iter().collect()
}
