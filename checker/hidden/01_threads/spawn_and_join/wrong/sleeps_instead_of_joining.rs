// wrong: sleeps for a guessed time instead of waiting for the threads
// finding: all_jobs_are_done_on_return: wrong_result

use std::thread;
use std::time::Duration;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    for job in jobs {
        thread::spawn(job);
    }
    thread::sleep(Duration::from_millis(500));
}
