// wrong: keeps the match that was found first in time
// finding: the_leftmost_match_wins: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let winner = std::sync::OnceLock::new();
    xs.par_iter().enumerate().for_each(|found| {
        if winner.get().is_none() && bad(found.1) {
            let _ = winner.set(found);
        }
    });
    winner.into_inner()
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
