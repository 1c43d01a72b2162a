// wrong: asks the handles again and again whether their threads have finished
// finding: gather_sleeps_while_a_job_works: livelock

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::new();
    for job in jobs {
        let list = Arc::clone(&list);
        threads.push(thread::spawn(move || job(&list)));
    }
    while threads.iter().any(|thread| !thread.is_finished()) {}
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
