//! The leftmost match: parallel, and with the same result as a loop.

use rayon::prelude::*;

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The lower, the sooner.
    pub priority: u32,
    /// What to do.
    pub name: String,
}

/// The first element for which `bad` says true, and its index.
pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    // `position_first` stops looking at elements behind the best match so far, but goes on with those before it.
    // `position_any` and `find_any` stop everywhere as soon as any thread has found something. The index has to be
    // taken before anything is thrown out: after a `filter` rayon no longer knows it, and offers no `enumerate`.
    let index = xs.par_iter().position_first(&bad)?;
    Some((index, &xs[index]))
}

/// Sorts by ascending priority; jobs of equal priority keep their order.
pub fn by_priority(jobs: &mut [Job]) {
    // Stable, like `slice::sort_by_key`. The unstable sorts need no extra memory, and are the better choice where equal
    // elements cannot be told apart.
    jobs.par_sort_by_key(|job| job.priority);
}
