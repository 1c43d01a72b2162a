// right: the jobs that are not done are counted under a lock, and the last one wakes the caller

use std::mem;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

struct Shared<T> {
    list: Mutex<Vec<T>>,
    left: Mutex<usize>,
    none_left: Condvar,
}

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let shared = Shared { list: Mutex::new(Vec::new()), left: Mutex::new(jobs.len()), none_left: Condvar::new() };
    let shared = Arc::new(shared);
    for job in jobs {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            job(&shared.list);
            *shared.left.lock().unwrap() -= 1;
            shared.none_left.notify_one();
        });
    }
    let left = shared.left.lock().unwrap();
    drop(shared.none_left.wait_while(left, |left| *left > 0).unwrap());
    let list = mem::take(&mut *shared.list.lock().unwrap());
    list
}
