// right: asks the handles until all threads have finished; nobody said that it must sleep

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;
pub fn run_all(jobs: Vec<Job>) {
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    while t.iter().any(|t| !t.is_finished()) {
        thread::yield_now();
    }
}
