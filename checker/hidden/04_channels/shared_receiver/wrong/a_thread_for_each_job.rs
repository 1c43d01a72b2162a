// wrong: starts a thread for each job, however many there are
// finding: there_are_no_more_threads_than_workers: wrong_result

use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = workers;
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(job);
        }
    });
}
