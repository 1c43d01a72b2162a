// right: one window after the other, so that an early match ends the search early; each window in parallel

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    const WINDOW: usize = 256;
    for (window, elements) in xs.chunks(WINDOW).enumerate() {
        if let Some(index) = elements.par_iter().position_first(&bad) {
            return Some((window * WINDOW + index, &elements[index]));
        }
    }
    None
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.sort_by_key(|job| job.priority);
}
