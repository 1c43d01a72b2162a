// wrong: runs eight jobs at a time, so a ninth waits for one of them
// finding: many_slow_jobs_keep_no_line_back: wrong_result

use std::collections::*;
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let q = Mutex::new(jobs.into_iter());
    thread::scope(|s| {
        for _ in 0..8 {
            s.spawn(|| {
                loop {
                    let j = q.lock().unwrap().next();
                    match j {
                        Some(j) => println!("{}", j()),
                        None => break,
                    }
                }
            });
        }
    });
}
