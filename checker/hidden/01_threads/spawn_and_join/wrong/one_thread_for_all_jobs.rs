// wrong: one thread runs all jobs, one after the other
// finding: jobs_run_at_the_same_time: deadlock

use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let handle = thread::spawn(move || {
        for job in jobs {
            job();
        }
    });
    handle.join().unwrap();
}
