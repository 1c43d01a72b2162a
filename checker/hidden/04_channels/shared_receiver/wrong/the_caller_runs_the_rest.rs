// wrong: gives a thread to each of the first jobs, and runs all others on the calling thread
// finding: the_last_two_of_four_run_at_the_same_time: deadlock

use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut jobs = jobs.into_iter();
    thread::scope(|scope| {
        for job in jobs.by_ref().take(workers) {
            scope.spawn(job);
        }
        for job in jobs {
            job();
        }
    });
}
