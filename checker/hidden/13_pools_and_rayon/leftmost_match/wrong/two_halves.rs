// wrong: splits once, so that two threads work at most
// finding: elements_are_looked_at_in_parallel: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let (left, right) = xs.split_at(xs.len() / 2);
    let (l, r) = rayon::join(|| left.iter().position(&bad), || right.iter().position(&bad));
    let index = l.or(r.map(|i| i + left.len()))?;
    Some((index, &xs[index]))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
