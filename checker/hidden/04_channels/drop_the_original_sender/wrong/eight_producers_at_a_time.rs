// wrong: runs eight producers at a time, so a ninth waits for one of them
// finding: many_producers_run_at_the_same_time: deadlock

use std::sync::mpsc::{self, Sender};
use std::thread;

pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;

pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let mut rest = producers.into_iter();
    let mut all = Vec::new();
    loop {
        let (tx, rx) = mpsc::channel();
        let t: Vec<_> = rest
            .by_ref()
            .take(8)
            .map(|p| {
                let tx = tx.clone();
                thread::spawn(move || p(tx))
            })
            .collect();
        drop(tx);
        if t.is_empty() {
            return all;
        }
        all.extend(rx);
    }
}
