// wrong: tries to take the mutex out of the Arc until it works
// finding: gather_sleeps_while_a_job_works: livelock

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let mut list = Arc::new(Mutex::new(Vec::new()));
    for job in jobs {
        let list = Arc::clone(&list);
        thread::spawn(move || job(&list));
    }
    loop {
        match Arc::try_unwrap(list) {
            Ok(list) => return list.into_inner().unwrap(),
            Err(owned_by_others) => list = owned_by_others,
        }
    }
}
