//! # FILL IN: a title
//!
//! FILL IN: what the code below does, what is wrong with it, and what to do about it.
//!
//! Why it matters: FILL IN.
//!
//! ## What must hold
//!
//! - FILL IN: the whole contract. Every public name and every promise that the hidden tests rely on.
//! - `run(job)` runs the job on a new thread and gives back what it returns.
//!
//! Work at the `// TODO`.

/// Something to do once, on any thread.
pub type Job = Box<dyn FnOnce() -> u32 + Send>;

/// Runs the job on a new thread and gives back what it returns.
pub fn run(job: Job) -> u32 {
    // TODO: let a new thread run the job.
    drop(job);
    0
}
