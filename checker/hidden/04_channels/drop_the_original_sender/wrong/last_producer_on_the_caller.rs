// wrong: gives the original to the last producer, but runs that one on the calling thread
// finding: each_producer_has_its_own_thread: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let mut producers = producers;
    let Some(last) = producers.pop() else {
        return Vec::new();
    };
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender));
    }
    last(sender);
    receiver.into_iter().collect()
}
