// right: each thread joins the one before it, and the caller the last

use std::thread::{self, JoinHandle};

pub type Job = Box<dyn FnOnce() + Send>;
pub fn run_all(jobs: Vec<Job>) {
    let mut last: Option<JoinHandle<()>> = None;
    for job in jobs {
        let before = last.take();
        last = Some(thread::spawn(move || {
            job();
            if let Some(b) = before {
                b.join().unwrap();
            }
        }));
    }
    if let Some(l) = last {
        l.join().unwrap();
    }
}
