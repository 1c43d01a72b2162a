// right: keeps its sender, and counts the producers that have reported their end

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let mut running = producers.len();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || {
            let (own, values) = mpsc::channel();
            producer(own);
            for value in values {
                sender.send(Some(value)).unwrap();
            }
            sender.send(None).unwrap();
        });
    }
    let mut values = Vec::new();
    while running > 0 {
        match receiver.recv().unwrap() {
            Some(value) => values.push(value),
            None => running -= 1,
        }
    }
    values
}
