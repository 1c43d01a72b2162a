//! # Start all, then join all
//!
//! `spawn` starts a thread and returns at once. `join` waits for its end. To let the jobs run at the same time, all
//! calls of `spawn` must come before the first `join`.

use std::thread;

/// Something to do once, on any thread.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs each job on a thread of its own, all at the same time, and returns when all have finished.
///
/// One thread for each job is right for a few jobs, above all for jobs that wait for each other. For thousands of
/// short jobs a fixed number of workers that take jobs from a queue is cheaper.
pub fn run_all(jobs: Vec<Job>) {
    // The scope joins every thread that was started in it before `scope` returns. So no handle can be forgotten, and
    // if a job panics, the others are still waited for and then the panic is passed on to our caller.
    //
    // Without the scope the same takes two loops: `jobs.into_iter().map(thread::spawn).collect::<Vec<_>>()`, and then
    // a `join` for each handle. The `collect` matters: without it `map` is lazy and spawns one thread, joins it, and
    // only then spawns the next.
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(job);
        }
    });
}
