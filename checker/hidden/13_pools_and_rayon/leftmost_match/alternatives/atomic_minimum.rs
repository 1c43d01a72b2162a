// right: skips what lies behind the best match so far, by hand

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let best = AtomicUsize::new(usize::MAX);
    xs.par_iter().enumerate().for_each(|(index, x)| {
        if index < best.load(Ordering::Relaxed) && bad(x) {
            best.fetch_min(index, Ordering::Relaxed);
        }
    });
    let index = best.into_inner();
    xs.get(index).map(|x| (index, x))
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by_cached_key(|job| job.priority);
}
