// wrong: looks at two elements at a time, whatever the number of threads
// finding: elements_are_looked_at_in_parallel: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    for (w, pair) in xs.chunks(2).enumerate() {
        if let Some(i) = pair.par_iter().position_first(&bad) {
            return Some((2 * w + i, &pair[i]));
        }
    }
    None
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
