// right: takes any match, and looks to the left of it until there is no other

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let mut best = xs.par_iter().position_any(&bad)?;
    while let Some(better) = xs[..best].par_iter().position_any(&bad) {
        best = better;
    }
    Some((best, &xs[best]))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
