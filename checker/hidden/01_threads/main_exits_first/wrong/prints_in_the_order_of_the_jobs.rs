// wrong: threads return their lines, and the caller prints each after joining the thread before it
// finding: a_slow_first_job_keeps_no_line_back: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    for thread in threads {
        println!("{}", thread.join().unwrap());
    }
}
