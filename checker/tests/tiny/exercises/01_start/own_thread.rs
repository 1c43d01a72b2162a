//! # A thread of its own
//!
//! `run` forgets its job. Let a new thread run it.
//!
//! Why it matters: this is where every program with threads begins.
//!
//! - `run(job)` runs the job on a new thread and gives back what it returns.

/// Something to do once, on any thread.
pub type Job = Box<dyn FnOnce() -> u32 + Send>;

/// Runs the job on a new thread and gives back what it returns.
pub fn run(job: Job) -> u32 {
    // TODO: let a new thread run the job.
    drop(job);
    0
}
