// wrong: panics outside of a pool, where the global one is the current
// finding: the_leftmost_match_wins: panic

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    assert!(rayon::current_thread_index().is_some(), "not in a pool");
    xs.par_iter().enumerate().find_first(|(_, x)| bad(x))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
