// wrong: runs the jobs two at a time, so further jobs wait for the first ones
// finding: two_slow_jobs_keep_no_line_back: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(jobs: Vec<Job>) {
    let mut jobs = jobs.into_iter();
    while let Some(a) = jobs.next() {
        let b = jobs.next();
        thread::scope(|s| {
            s.spawn(|| println!("{}", a()));
            if let Some(b) = b {
                s.spawn(|| println!("{}", b()));
            }
        });
    }
}
