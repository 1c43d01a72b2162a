// right: every producer has a channel to itself, so there is no original to forget

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let receivers: Vec<Receiver<T>> = producers
        .into_iter()
        .map(|producer| {
            let (sender, receiver) = mpsc::channel();
            thread::spawn(move || producer(sender));
            receiver
        })
        .collect();
    receivers.into_iter().flatten().collect()
}
