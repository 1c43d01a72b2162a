// wrong: joins each thread before it starts the next
// finding: jobs_run_at_the_same_time: deadlock
use std::thread;

pub fn run(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    for job in jobs {
        thread::spawn(job).join().unwrap();
    }
}
