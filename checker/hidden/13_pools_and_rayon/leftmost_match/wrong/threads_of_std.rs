// wrong: searches the two halves with threads of std, not of the pool
// finding: elements_are_looked_at_in_parallel: wrong_result

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let middle = xs.len() / 2;
    let bad = &bad;
    std::thread::scope(|scope| {
        let right = scope.spawn(move || xs[middle..].iter().position(bad));
        let left = xs[..middle].iter().position(bad);
        left.or(right.join().unwrap().map(|index| middle + index))
    })
    .map(|index| (index, &xs[index]))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_key(|job| job.priority);
}
