// right: all threads and the caller meet when the lines are out

use std::sync::{Arc, Barrier};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let end = Arc::new(Barrier::new(jobs.len() + 1));
    for job in jobs {
        let end = Arc::clone(&end);
        thread::spawn(move || {
            println!("{}", job());
            end.wait();
        });
    }
    end.wait();
}
