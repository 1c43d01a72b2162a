// wrong: a single thread calls one job after the other
// finding: a_slow_first_job_keeps_no_line_back: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let writer = thread::spawn(move || {
        for job in jobs {
            println!("{}", job());
        }
    });
    writer.join().unwrap();
}
