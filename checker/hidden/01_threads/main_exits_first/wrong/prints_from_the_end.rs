// wrong: joins the threads from the last to the first, and prints each line after its join
// finding: a_slow_last_job_keeps_no_line_back: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    for thread in threads.into_iter().rev() {
        println!("{}", thread.join().unwrap());
    }
}
