// wrong: joins each thread before it starts the next
// finding: jobs_share_one_list: deadlock

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    for job in jobs {
        let list = Arc::clone(&list);
        thread::spawn(move || job(&list)).join().unwrap();
    }
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
