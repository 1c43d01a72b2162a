// wrong: takes the first chunk with a match, and any match in it
// finding: the_leftmost_match_wins: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let size = 200;
    let index = xs
        .par_chunks(size)
        .enumerate()
        .find_map_first(|(c, part)| part.par_iter().position_any(&bad).map(|i| c * size + i))?;
    Some((index, &xs[index]))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
