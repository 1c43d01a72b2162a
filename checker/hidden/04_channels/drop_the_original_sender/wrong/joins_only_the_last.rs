// wrong: waits for the producer that was started last and takes what has come until then
// finding: every_value_arrives: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let mut last = None;
    for producer in producers {
        let sender = sender.clone();
        last = Some(thread::spawn(move || producer(sender)));
    }
    if let Some(last) = last {
        last.join().unwrap();
    }
    receiver.try_iter().collect()
}
