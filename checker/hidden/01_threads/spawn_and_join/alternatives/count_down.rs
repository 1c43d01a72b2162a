// right: a counter of running jobs behind a mutex, and a condition variable to wait for zero

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let running = Arc::new((Mutex::new(jobs.len()), Condvar::new()));
    for job in jobs {
        let running = Arc::clone(&running);
        thread::spawn(move || {
            job();
            let (count, changed) = &*running;
            *count.lock().unwrap() -= 1;
            changed.notify_one();
        });
    }
    let (count, changed) = &*running;
    let _none = changed.wait_while(count.lock().unwrap(), |count| *count > 0).unwrap();
}
