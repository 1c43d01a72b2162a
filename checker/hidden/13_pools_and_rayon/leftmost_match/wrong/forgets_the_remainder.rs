// wrong: leaves out what is left when the elements do not divide evenly into chunks
// finding: the_leftmost_match_wins: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let size = (xs.len() / rayon::current_num_threads()).max(1);
    let index = xs
        .par_chunks_exact(size)
        .enumerate()
        .find_map_first(|(c, part)| part.iter().position(&bad).map(|i| c * size + i))?;
    Some((index, &xs[index]))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
