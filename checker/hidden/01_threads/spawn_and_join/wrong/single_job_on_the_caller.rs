// wrong: runs a single job on the caller, since there is nothing to run beside it
// finding: a_single_job_has_a_thread: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;
pub fn run_all(mut jobs: Vec<Job>) {
    if jobs.len() == 1 {
        return jobs.pop().unwrap()();
    }
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    for t in t {
        t.join().unwrap();
    }
}
