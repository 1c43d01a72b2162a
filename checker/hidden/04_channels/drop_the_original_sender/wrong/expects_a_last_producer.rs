// wrong: gives the original to the last producer and panics if there is none
// finding: there_may_be_no_producers: panic

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let mut producers = producers;
    let last = producers.pop().unwrap();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender));
    }
    thread::spawn(move || last(sender));
    receiver.into_iter().collect()
}
