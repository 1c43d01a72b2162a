// wrong: each thread reports that it is done before it runs its job
// finding: all_jobs_are_done_on_return: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let count = jobs.len();
    let (done, all_done) = mpsc::channel();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            done.send(()).unwrap();
            job();
        });
    }
    for _ in 0..count {
        all_done.recv().unwrap();
    }
}
