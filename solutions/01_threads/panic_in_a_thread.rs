//! # When a thread panics
//!
//! `join` tells how a thread ended: `Ok` with what it returned, or `Err` with what it panicked with. Each thread is
//! joined, so each result is known, whatever happened to the other threads.

use std::any::Any;
use std::thread;

/// Something to do once, on any thread. It may panic.
pub type Job = Box<dyn FnOnce() -> u32 + Send>;

/// Runs each job on a thread of its own, and tells of each what it returned, or the text of its panic.
///
/// `catch_unwind` inside the thread would do as well, but `join` catches the panic anyway.
pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    // A plain `map`, no `?` and no `collect` into a `Result`: they stop at the first error. Then nobody would join the
    // threads behind it.
    threads.into_iter().map(|thread| thread.join().map_err(|payload| text_of(&*payload))).collect()
}

/// The text that was given to `panic!`.
///
/// The argument is `&*payload`, what is in the box. With `&payload` the `Any` would be the box itself, which is
/// neither of the two types, and the text would never be found. (`{:?}` is no help either: `Any` prints as `Any { .. }`.)
fn text_of(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        // `panic!("a text")`
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        // `panic!("a text with {values}")`, and what `unwrap` and `expect` say
        text.clone()
    } else {
        "unknown panic".to_owned()
    }
}
