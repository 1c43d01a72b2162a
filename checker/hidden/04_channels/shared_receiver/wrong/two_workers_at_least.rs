// wrong: starts two threads also where one worker is allowed
// finding: one_worker_is_one_thread: wrong_result

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;
pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let workers = workers.max(2);
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
