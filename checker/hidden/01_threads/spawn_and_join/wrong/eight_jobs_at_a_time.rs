// wrong: runs eight jobs at a time, so a ninth waits for one of them
// finding: many_jobs_run_at_the_same_time: deadlock

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>) {
    let mut jobs = jobs.into_iter();
    loop {
        let t: Vec<_> = jobs.by_ref().take(8).map(thread::spawn).collect();
        if t.is_empty() {
            return;
        }
        for t in t {
            t.join().unwrap();
        }
    }
}
