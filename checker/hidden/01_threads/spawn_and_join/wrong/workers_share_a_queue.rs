// wrong: enough threads, but they take the jobs from a queue, so one thread may run two jobs
// finding: each_job_has_a_thread_of_its_own: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let workers = jobs.len();
    let queue = Mutex::new(jobs);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(job) = queue.lock().unwrap().pop() else {
                        break;
                    };
                    job();
                }
            });
        }
    });
}
