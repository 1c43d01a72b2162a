// right: two iterator chains, and `collect` between them starts all threads

use std::thread;

type Job = Box<dyn FnOnce() + Send + 'static>;

pub fn run_all(jobs: Vec<Job>) {
    let handles = jobs.into_iter().map(thread::spawn).collect::<Vec<_>>();
    handles.into_iter().rev().for_each(|handle| handle.join().expect("jobs do not panic"));
}
