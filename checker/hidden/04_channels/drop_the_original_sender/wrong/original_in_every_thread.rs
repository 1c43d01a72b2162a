// wrong: gives the one sender to the first thread of the loop; the second has none
// finding: compile: E0382

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        thread::spawn(move || producer(sender));
    }
    receiver.into_iter().collect()
}
