//! # When a thread panics
//!
//! `try_all` runs jobs, each on a thread of its own. Some of them panic. That is no reason to lose the others: for
//! each job `try_all` shall say how it ended. The code below compiles, but it panics as soon as one job does.
//!
//! Why it matters: a panic ends only the thread in which it happens. The other threads go on, and the process too. It
//! depends on whoever joins the thread what becomes of the panic: a log entry, an answer "500" to one request, or the
//! end of the whole server.
//!
//! `join` returns the panic's *payload*, a `Box<dyn Any + Send>`: a value of any type. `panic!("no paper")` has a
//! `&'static str` as its payload, `panic!("job {number} is lost")` a `String`, and `std::panic::panic_any(value)` just
//! that value. `dyn Any` can be asked for its type: look up `downcast_ref` in `std::any`.
//!
//! ## What must hold
//!
//! - `try_all(jobs)` returns one result for each job, in the order of the jobs: `Ok` with the number that the job
//!   returned, or `Err` with the text of its panic.
//! - The text is the one that the job gave to `panic!`, word by word, with values filled in. If the payload is no text,
//!   neither a `&'static str` nor a `String`, it is `"unknown panic"`.
//! - Each job runs on a new thread of its own, and all jobs can be running at the same time.
//! - `try_all` never panics. When it returns, every job has ended, also if others panicked before.
//! - `jobs` may be empty. The panic hook (`std::panic::set_hook`) belongs to the whole program: leave it as it is.
//!
//! Work at the `// TODO`.

use std::thread;

/// Something to do once, on any thread. It may panic.
pub type Job = Box<dyn FnOnce() -> u32 + Send>;

/// Runs each job on a thread of its own, and tells of each what it returned, or the text of its panic.
pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let mut results = Vec::new();
    for thread in threads {
        // TODO: a thread that has panicked must become an `Err` in the results.
        results.push(Ok(thread.join().unwrap()));
    }
    results
}
