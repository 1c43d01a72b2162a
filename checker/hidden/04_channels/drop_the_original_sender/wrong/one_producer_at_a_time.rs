// wrong: joins each producer before it starts the next
// finding: producers_run_at_the_same_time: deadlock

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender)).join().unwrap();
    }
    drop(sender);
    receiver.into_iter().collect()
}
