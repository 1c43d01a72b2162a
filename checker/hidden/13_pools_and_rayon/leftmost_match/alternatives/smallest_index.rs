// right: looks at all elements and takes the smallest index; sorts without threads

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    xs.par_iter().enumerate().filter(|(_, x)| bad(x)).min_by_key(|(index, _)| *index)
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.sort_by_key(|job| job.priority);
}
