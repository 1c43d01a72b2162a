// wrong: a new handle takes the place of the old one, so that only one thread is joined
// finding: nothing_is_missing: panic

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let mut last = None;
    for job in jobs {
        let list = Arc::clone(&list);
        last = Some(thread::spawn(move || job(&list)));
    }
    if let Some(last) = last {
        last.join().unwrap();
    }
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
