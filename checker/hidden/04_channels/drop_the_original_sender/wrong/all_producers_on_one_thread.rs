// wrong: starts one thread that runs the producers one after the other
// finding: producers_run_at_the_same_time: deadlock

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for producer in producers {
            producer(sender.clone());
        }
    });
    receiver.into_iter().collect()
}
