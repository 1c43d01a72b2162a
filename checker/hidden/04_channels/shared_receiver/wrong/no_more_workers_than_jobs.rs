// wrong: starts at least one worker and at most one for each job, which no number does without jobs
// finding: there_may_be_no_jobs: panic

use std::sync::Mutex;
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let workers = workers.clamp(1, jobs.len());
    let jobs = Mutex::new(jobs.into_iter());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let job = jobs.lock().unwrap().next();
                    let Some(job) = job else { return };
                    job();
                }
            });
        }
    });
}
