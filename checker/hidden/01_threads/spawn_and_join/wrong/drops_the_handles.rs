// wrong: drops the handles, so nobody waits for the threads
// finding: all_jobs_are_done_on_return: wrong_result

use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    for job in jobs {
        thread::spawn(job);
    }
}
