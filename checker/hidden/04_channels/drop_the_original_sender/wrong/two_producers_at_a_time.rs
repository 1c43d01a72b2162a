// wrong: runs the producers two at a time
// finding: producers_run_at_the_same_time: deadlock

use std::sync::mpsc::{self, Sender};
use std::thread;

pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;
pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let (s, r) = mpsc::channel();
    let mut p = producers.into_iter();
    loop {
        let two: Vec<_> = p
            .by_ref()
            .take(2)
            .map(|p| {
                let s = s.clone();
                thread::spawn(move || p(s))
            })
            .collect();
        if two.is_empty() {
            break;
        }
        for t in two {
            t.join().unwrap();
        }
    }
    drop(s);
    r.into_iter().collect()
}
