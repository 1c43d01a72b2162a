// wrong: starts a job for each worker and waits for all of them before the next wave
// finding: an_idle_worker_takes_the_next_job: deadlock

use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut jobs = jobs.into_iter();
    while jobs.len() > 0 {
        thread::scope(|scope| {
            for job in jobs.by_ref().take(workers) {
                scope.spawn(job);
            }
        });
    }
}
