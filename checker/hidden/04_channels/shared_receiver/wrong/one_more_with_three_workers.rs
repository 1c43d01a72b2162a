// wrong: starts one thread too many, but only if there are more than two workers
// finding: three_workers_are_three_threads: wrong_result

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    plain(if workers > 2 { workers + 1 } else { workers }, jobs)
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
