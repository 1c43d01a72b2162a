// right: a thread of its own receives; the sender is dropped before that thread is joined

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let collector = thread::spawn(move || receiver.into_iter().collect());
    let handles: Vec<_> = producers
        .into_iter()
        .map(|producer| {
            let sender = sender.clone();
            thread::spawn(move || producer(sender))
        })
        .collect();
    drop(sender);
    for handle in handles {
        handle.join().unwrap();
    }
    collector.join().unwrap()
}
