// right: one thread starts the others in a scope, and is joined

use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>) {
    thread::spawn(move || {
        thread::scope(|s| {
            for j in jobs {
                s.spawn(j);
            }
        })
    })
    .join()
    .unwrap();
}
