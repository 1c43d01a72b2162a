//! # FILL IN: the title
//!
//! FILL IN: the idea, and when one would choose another.

use std::thread;

/// Something to do once, on any thread.
pub type Job = Box<dyn FnOnce() -> u32 + Send>;

/// Runs the job on a new thread and gives back what it returns.
pub fn run(job: Job) -> u32 {
    thread::spawn(job).join().expect("the job does not panic")
}
