// wrong: clones the list and demands for it that elements are Clone
// finding: compile: interface

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Clone + Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::new();
    for job in jobs {
        let list = Arc::clone(&list);
        threads.push(thread::spawn(move || job(&list)));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    list.lock().unwrap().clone()
}
