// wrong: takes sixteen values of each producer at most
// finding: a_producer_may_send_many: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread;

pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;

pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let r: Vec<_> = producers
        .into_iter()
        .map(|p| {
            let (tx, rx) = mpsc::channel();
            thread::spawn(move || p(tx));
            rx
        })
        .collect();
    r.into_iter().flat_map(|r| r.into_iter().take(16)).collect()
}
