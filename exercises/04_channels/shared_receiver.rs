//! # A shared receiver
//!
//! `run_jobs` puts jobs into a channel, and workers take them out. A receiver cannot be cloned, so the workers share it
//! behind a mutex. It works, and every job runs, but never two of them at the same time. Find out why, and repair it.
//!
//! Why it matters: a shared queue is the heart of every thread pool: who is idle takes the next job, so a long job on
//! one worker keeps nobody else from working. A lock that is held for longer than the taking undoes all that, and no
//! test that looks only at the results will notice it: the pool is just as slow as a single thread.
//!
//! ## What must hold
//!
//! - `run_jobs(workers, jobs)` runs every job once, and returns when all of them are done.
//! - A worker that is idle takes a job that nobody has taken yet. As long as there are such jobs, `workers` jobs can be
//!   running at the same time, whatever jobs these are: a job may wait for any other job.
//! - At most `workers` of your threads are alive at once. The calling thread does not count; it may run jobs as well. If
//!   there are fewer jobs than workers you may start fewer threads.
//! - `workers` is at least 1. `jobs` may be empty. Jobs do not panic.
//!
//! Work at the `// TODO`.

use std::sync::{Mutex, mpsc};
use std::thread;

/// Something to be run once.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs all jobs on so many threads.
pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }
    drop(sender);

    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                // TODO: how long does a worker hold the lock?
                while let Ok(job) = receiver.lock().unwrap().recv() {
                    job();
                }
            });
        }
    });
}
