// right: no channel at all: all jobs are there already, in a queue behind a mutex

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let jobs = Mutex::new(VecDeque::from(jobs));
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(job) = jobs.lock().unwrap().pop_front() else { return };
                    job();
                }
            });
        }
    });
}
