// wrong: asks all threads in a loop whether they have ended
// finding: a_slow_first_job_keeps_no_line_back: livelock

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let threads: Vec<_> = jobs.into_iter().map(|job| thread::spawn(move || println!("{}", job()))).collect();
    while threads.iter().any(|thread| !thread.is_finished()) {
        thread::yield_now();
    }
}
