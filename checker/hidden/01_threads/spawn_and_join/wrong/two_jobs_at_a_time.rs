// wrong: runs the jobs two at a time, so further jobs wait for the first ones
// finding: jobs_run_at_the_same_time: deadlock

use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut jobs = jobs.into_iter().peekable();
    while jobs.peek().is_some() {
        thread::scope(|scope| {
            for job in jobs.by_ref().take(2) {
                scope.spawn(job);
            }
        });
    }
}
