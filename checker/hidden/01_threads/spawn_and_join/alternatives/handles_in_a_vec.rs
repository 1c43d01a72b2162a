// right: keeps the handles in a vector and joins them after the last spawn

use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut handles = Vec::with_capacity(jobs.len());
    for job in jobs {
        handles.push(thread::spawn(job));
    }
    for handle in handles {
        handle.join().unwrap();
    }
}
