// wrong: takes the largest priorities for negative numbers
// finding: equal_priorities_keep_their_order: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    xs.par_iter().enumerate().find_first(|(_, x)| bad(x))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority as i32);
}
