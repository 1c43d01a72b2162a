// wrong: sleeps for a while between two looks whether the jobs are done
// finding: a_slow_first_job_keeps_no_line_back: livelock

use std::thread;
use std::time::Duration;

pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(jobs: Vec<Job>) {
    let t: Vec<_> = jobs.into_iter().map(|j| thread::spawn(move || println!("{}", j()))).collect();
    while t.iter().any(|t| !t.is_finished()) {
        thread::sleep(Duration::from_secs(1));
    }
}
