// right: each thread empties the channel of its producer into a shared list

use std::sync::Mutex;
use std::sync::mpsc::{self, Sender};
use std::thread;

pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;

pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let all = Mutex::new(Vec::new());
    thread::scope(|s| {
        for p in producers {
            let all = &all;
            s.spawn(move || {
                let (tx, rx) = mpsc::channel();
                p(tx);
                all.lock().unwrap().extend(rx);
            });
        }
    });
    all.into_inner().unwrap()
}
