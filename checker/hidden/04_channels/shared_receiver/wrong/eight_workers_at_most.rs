// wrong: starts eight threads at most, whatever `workers` is
// finding: many_jobs_run_at_the_same_time: deadlock

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    plain(workers.min(8), jobs)
}

fn plain(workers: usize, jobs: Vec<Job>) {
    let q = Mutex::new(jobs.into_iter());
    thread::scope(|s| {
        for _ in 0..workers {
            s.spawn(|| {
                loop {
                    let j = q.lock().unwrap().next();
                    match j {
                        Some(j) => j(),
                        None => return,
                    }
                }
            });
        }
    });
}
