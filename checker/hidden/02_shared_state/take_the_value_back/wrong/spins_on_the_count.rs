// wrong: waits for the threads by looking at the count of owners, again and again
// finding: gather_sleeps_while_a_job_works: livelock

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    for job in jobs {
        let list = Arc::clone(&list);
        thread::spawn(move || job(&list));
    }
    while Arc::strong_count(&list) > 1 {
        thread::yield_now();
    }
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
