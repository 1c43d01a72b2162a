// wrong: waits for the end of the channel while it holds a sender itself, so the end never comes
// finding: all_jobs_are_done_on_return: deadlock

use std::sync::mpsc;
use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (done, all_done) = mpsc::channel();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            job();
            done.send(()).unwrap();
        });
    }
    for () in all_done {}
}
