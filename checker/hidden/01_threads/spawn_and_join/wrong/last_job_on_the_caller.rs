// wrong: saves a thread by running the last job on the caller
// finding: each_job_has_a_thread_of_its_own: wrong_result

use std::thread;

pub fn run_all(mut jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let Some(last) = jobs.pop() else { return };
    let handles: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    last();
    for handle in handles {
        handle.join().unwrap();
    }
}
