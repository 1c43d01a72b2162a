// right: a message for each finished job, counted to the number of jobs

use std::sync::mpsc;
use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let count = jobs.len();
    let (done, all_done) = mpsc::channel();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            job();
            done.send(()).unwrap();
        });
    }
    for _ in 0..count {
        all_done.recv().unwrap();
    }
}
