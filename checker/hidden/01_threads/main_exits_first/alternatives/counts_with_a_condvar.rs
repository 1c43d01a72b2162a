// right: the last thread to finish wakes the caller

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let state = Arc::new((Mutex::new(jobs.len()), Condvar::new()));
    for job in jobs {
        let state = Arc::clone(&state);
        thread::spawn(move || {
            println!("{}", job());
            let (open, changed) = &*state;
            *open.lock().unwrap() -= 1;
            changed.notify_one();
        });
    }
    let (open, changed) = &*state;
    let _none = changed.wait_while(open.lock().unwrap(), |open| *open > 0).unwrap();
}
