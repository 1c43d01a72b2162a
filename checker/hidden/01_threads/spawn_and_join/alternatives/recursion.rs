// right: starts one thread, then handles the other jobs, then joins the thread

use std::thread;

pub fn run_all(mut jobs: Vec<Box<dyn FnOnce() + Send>>) {
    if let Some(job) = jobs.pop() {
        let handle = thread::spawn(job);
        run_all(jobs);
        handle.join().unwrap();
    }
}
