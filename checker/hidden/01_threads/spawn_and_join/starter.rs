//! # Start all, then join all
//!
//! `run_all` gets a list of jobs. It shall give each job a thread of its own, and return when all jobs are done.
//! The code below compiles and runs every job, each on a new thread. Still only one job runs at a time.
//! Find out why, and repair `run_all`.
//!
//! Why it matters: starting a thread and waiting for it are two steps. Ten downloads of one second each take one
//! second if all are started before the first is waited for, and ten seconds if not. And jobs that need each other
//! (one asks, the other answers) never finish if the second is not started until the first is done.
//!
//! ## What must hold
//!
//! - `run_all(jobs)` runs every job once.
//! - Each job runs on a new thread of its own. No job runs on the thread that called `run_all`, and no two jobs
//!   share a thread.
//! - All jobs can be running at the same time: a job may wait for any other job of the same call.
//! - When `run_all` returns, every job has run to its end.
//! - `jobs` may be empty. No job panics.
//!
//! In which order the jobs run is up to you and to the operating system.
//!
//! Work at the `// TODO`.

use std::thread;

/// Something to do once, on any thread.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs each job on a thread of its own, all at the same time, and returns when all have finished.
pub fn run_all(jobs: Vec<Job>) {
    // TODO: start every job before you wait for one.
    for job in jobs {
        let thread = thread::spawn(job);
        thread.join().unwrap();
    }
}
