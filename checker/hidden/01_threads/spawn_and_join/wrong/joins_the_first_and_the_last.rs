// wrong: joins the first and the last thread, and not those between
// finding: all_jobs_are_done_on_return: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>) {
    let mut t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    if let Some(l) = t.pop() {
        l.join().unwrap();
    }
    if let Some(l) = t.into_iter().next() {
        l.join().unwrap();
    }
}
