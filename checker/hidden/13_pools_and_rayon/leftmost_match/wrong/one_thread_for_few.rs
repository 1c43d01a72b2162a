// wrong: searches fewer than 1000 elements on one thread
// finding: elements_are_looked_at_in_parallel: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    if xs.len() < 1000 {
        return xs.iter().enumerate().find(|(_, x)| bad(x));
    }
    xs.par_iter().enumerate().find_first(|(_, x)| bad(x))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
