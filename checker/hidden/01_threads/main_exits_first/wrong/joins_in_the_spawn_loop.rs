// wrong: waits for each thread before it starts the next
// finding: a_slow_first_job_keeps_no_line_back: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    for job in jobs {
        thread::spawn(move || println!("{}", job())).join().unwrap();
    }
}
