// right: the last producer gets the original, the others get clones

use std::sync::mpsc::{self, Sender};
use std::thread;

pub fn fan_in<T: Send + 'static>(producers: Vec<Box<dyn FnOnce(Sender<T>) + Send>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    let mut producers = producers.into_iter().peekable();
    let mut original = Some(sender);
    while let Some(producer) = producers.next() {
        let sender = match producers.peek() {
            Some(_) => original.clone(),
            None => original.take(),
        };
        let sender = sender.expect("the original is taken only for the last producer");
        thread::spawn(move || producer(sender));
    }
    drop(original);
    receiver.into_iter().collect()
}
