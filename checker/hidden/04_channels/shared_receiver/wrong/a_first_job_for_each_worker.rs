// wrong: gives each worker a first job of its own, and panics if there are fewer jobs
// finding: there_may_be_fewer_jobs_than_workers: panic

use std::sync::Mutex;
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut jobs = jobs.into_iter();
    let first: Vec<_> = (0..workers).map(|_| jobs.next().unwrap()).collect();
    let jobs = Mutex::new(jobs);
    thread::scope(|scope| {
        for mut job in first {
            let jobs = &jobs;
            scope.spawn(move || {
                loop {
                    job();
                    let next = jobs.lock().unwrap().next();
                    let Some(next) = next else { return };
                    job = next;
                }
            });
        }
    });
}
