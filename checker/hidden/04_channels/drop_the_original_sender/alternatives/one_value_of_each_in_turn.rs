// right: receives one value of each producer in turn, until no channel has one

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
    let mut all = Vec::new();
    loop {
        let mut any = false;
        for r in &r {
            if let Ok(v) = r.recv() {
                all.push(v);
                any = true;
            }
        }
        if !any {
            return all;
        }
    }
}
