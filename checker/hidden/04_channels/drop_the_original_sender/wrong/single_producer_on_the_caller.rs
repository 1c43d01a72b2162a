// wrong: runs a single producer on the caller, since there is nothing to run beside it
// finding: a_single_producer_has_its_own_thread: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread;

pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;
pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let (s, r) = mpsc::channel();
    let mut producers = producers;
    if producers.len() == 1 {
        producers.pop().unwrap()(s);
        return r.iter().collect();
    }
    for p in producers {
        let s = s.clone();
        thread::spawn(move || p(s));
    }
    drop(s);
    r.into_iter().collect()
}
