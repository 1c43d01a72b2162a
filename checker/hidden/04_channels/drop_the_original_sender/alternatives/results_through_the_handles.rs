// right: every thread collects what its producer has sent, and hands it back through join

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let handles: Vec<_> = producers
        .into_iter()
        .map(|producer| {
            thread::spawn(move || {
                let (sender, receiver) = mpsc::channel();
                producer(sender);
                receiver.into_iter().collect::<Vec<T>>()
            })
        })
        .collect();
    handles.into_iter().flat_map(|handle| handle.join().unwrap()).collect()
}
