// right: first asks whether all threads have finished, then takes what has come

use std::sync::mpsc::{self, Sender};
use std::thread;

pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;
pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let (s, r) = mpsc::channel();
    let t: Vec<_> = producers
        .into_iter()
        .map(|p| {
            let s = s.clone();
            thread::spawn(move || p(s))
        })
        .collect();
    let mut out = vec![];
    loop {
        let done = t.iter().all(|t| t.is_finished());
        out.extend(r.try_iter());
        if done {
            return out;
        }
        thread::yield_now();
    }
}
