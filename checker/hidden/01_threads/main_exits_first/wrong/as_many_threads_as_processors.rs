// wrong: starts only as many threads as the machine has processors, and slow jobs take them all
// finding: two_slow_jobs_keep_no_line_back: wrong_result

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(jobs: Vec<Job>) {
    let n = thread::available_parallelism().map_or(2, |n| n.get());
    let jobs = Mutex::new(jobs.into_iter());
    thread::scope(|s| {
        for _ in 0..n {
            s.spawn(|| {
                loop {
                    let job = jobs.lock().unwrap().next();
                    match job {
                        Some(j) => println!("{}", j()),
                        None => break,
                    }
                }
            });
        }
    });
}
