// right: joins all producers; what has not come by then will not come

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let mut handles = Vec::new();
    for producer in producers {
        let sender = sender.clone();
        handles.push(thread::spawn(move || producer(sender)));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    receiver.try_iter().collect()
}
