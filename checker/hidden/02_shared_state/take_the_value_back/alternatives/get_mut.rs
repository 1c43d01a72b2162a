// right: the only owner may change the contents without locking, and drain them

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let mut list = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::with_capacity(jobs.len());
    for job in jobs {
        let list = Arc::clone(&list);
        threads.push(thread::spawn(move || job(&list)));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    Arc::get_mut(&mut list).unwrap().get_mut().unwrap().drain(..).collect()
}
