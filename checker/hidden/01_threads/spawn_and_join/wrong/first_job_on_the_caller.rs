// wrong: runs the first job on the caller before it starts the others
// finding: jobs_run_at_the_same_time: deadlock

use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut jobs = jobs.into_iter();
    if let Some(first) = jobs.next() {
        first();
    }
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(job);
        }
    });
}
