// wrong: starts no more threads than the machine has processors, however many workers are asked for
// finding: three_jobs_run_at_the_same_time: deadlock

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;
pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let workers = workers.min(thread::available_parallelism().map_or(1, |n| n.get()));
    let it = Mutex::new(jobs.into_iter());
    thread::scope(|s| {
        for _ in 0..workers {
            s.spawn(|| {
                loop {
                    let j = it.lock().unwrap().next();
                    match j {
                        Some(j) => j(),
                        None => return,
                    }
                }
            });
        }
    });
}
