// wrong: wraps values so that each producer can report its end, but stops at the first report
// finding: every_value_arrives: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || {
            let (own, values) = mpsc::channel();
            producer(own);
            for value in values {
                sender.send(Some(value)).ok();
            }
            sender.send(None).ok();
        });
    }
    drop(sender);
    receiver.into_iter().map_while(|value| value).collect()
}
