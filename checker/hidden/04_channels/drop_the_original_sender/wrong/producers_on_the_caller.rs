// wrong: runs the producers on the calling thread, one after the other
// finding: producers_run_at_the_same_time: deadlock

use std::sync::mpsc::{self, Sender};

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        producer(sender.clone());
    }
    drop(sender);
    receiver.into_iter().collect()
}
