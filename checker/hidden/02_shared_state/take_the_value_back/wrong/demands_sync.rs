// wrong: demands elements that threads may share; under a lock they only hand them on
// finding: compile: interface

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + Sync + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::new();
    for job in jobs {
        let list = Arc::clone(&list);
        threads.push(thread::spawn(move || job(&list)));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    let list = Arc::into_inner(list).expect("every other owner was a thread that has been joined");
    list.into_inner().unwrap()
}
