// right: every thread and the caller meet at a barrier when the job is done

use std::sync::{Arc, Barrier};
use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let end = Arc::new(Barrier::new(jobs.len() + 1));
    for (number, job) in jobs.into_iter().enumerate() {
        let end = Arc::clone(&end);
        thread::Builder::new()
            .name(format!("job {number}"))
            .spawn(move || {
                job();
                end.wait();
            })
            .expect("the system has room for another thread");
    }
    end.wait();
}
