// wrong: counts the matches instead of the elements
// finding: the_leftmost_match_wins: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let matches: Vec<&T> = xs.par_iter().filter(|x| bad(x)).collect();
    matches.into_iter().enumerate().next()
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
