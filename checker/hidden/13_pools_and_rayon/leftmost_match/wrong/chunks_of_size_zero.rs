// wrong: rounds the size of a chunk down, to 0 if there are more threads than elements
// finding: the_leftmost_match_wins: panic

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    if xs.is_empty() {
        return None;
    }
    let size = xs.len() / rayon::current_num_threads();
    let index =
        xs.par_chunks(size).enumerate().find_map_first(|(c, part)| part.iter().position(&bad).map(|i| c * size + i))?;
    Some((index, &xs[index]))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
