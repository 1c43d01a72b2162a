//! # The leftmost match
//!
//! `first_bad` looks for the first bad element of a slice, on all threads of the pool. `by_priority` sorts jobs. Both
//! are fast, and both give another answer now and then. Find the methods of rayon that keep the order of the slice.
//!
//! ## Why it matters
//!
//! Changing `iter` to `par_iter` should change the time, not the result. rayon keeps that promise where its names say
//! so: some methods return the first match and some return any, some sorts keep equal elements in order and some do
//! not. "The first failing test", "the first differing byte": if the answer depends on which thread was faster, nobody
//! can reproduce it.
//!
//! ## Contract
//!
//! - `first_bad(xs, bad)` returns the first element for which `bad` says true, with its index in `xs`, or `None`.
//! - It works in parallel, on all threads of rayon's current pool: while one call of `bad` takes long, the other threads
//!   look at other elements. Elements may be looked at in any order, and those behind a match need not be looked at.
//! - `by_priority(jobs)` sorts in place by ascending `priority`. Jobs of equal priority keep their order. Whether it
//!   works in parallel is up to you.
//! - `bad` does not panic. `T` need not be `Send`, `Clone` or anything else.

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    // TODO: which match is this, if there are several?
    xs.par_iter().enumerate().find_any(|(_, x)| bad(x))
}

pub fn by_priority(jobs: &mut [Job]) {
    // TODO: where do jobs of equal priority end up?
    jobs.par_sort_unstable_by_key(|job| job.priority);
}
