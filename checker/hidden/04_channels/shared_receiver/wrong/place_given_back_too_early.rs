// wrong: starts the next thread when a job is done, though its thread may still be alive
// finding: there_are_no_more_threads_than_workers: wrong_result

use std::sync::{Condvar, Mutex};
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let free = (Mutex::new(workers), Condvar::new());
    thread::scope(|s| {
        let mut t = Vec::new();
        for j in jobs {
            let mut n = free.1.wait_while(free.0.lock().unwrap(), |n| *n == 0).unwrap();
            *n -= 1;
            drop(n);
            t.retain(|t: &thread::ScopedJoinHandle<()>| !t.is_finished());
            let free = &free;
            t.push(s.spawn(move || {
                j();
                *free.0.lock().unwrap() += 1;
                free.1.notify_one();
            }));
        }
    });
}
