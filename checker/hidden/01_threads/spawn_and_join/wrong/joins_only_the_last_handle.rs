// wrong: waits for the thread that was started last only
// finding: all_jobs_are_done_on_return: wrong_result

use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut last = None;
    for job in jobs {
        last = Some(thread::spawn(job));
    }
    if let Some(handle) = last {
        handle.join().unwrap();
    }
}
