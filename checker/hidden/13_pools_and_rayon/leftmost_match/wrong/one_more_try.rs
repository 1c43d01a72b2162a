// wrong: takes any match, and then any match to the left of it
// finding: the_leftmost_match_wins: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let a = xs.par_iter().position_any(&bad)?;
    let b = xs[..a].par_iter().position_any(&bad).unwrap_or(a);
    Some((b, &xs[b]))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
