// right: searches chunks one by one, the chunks in parallel

use rayon::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub priority: u32,
    pub name: String,
}

pub fn first_bad<T: Sync>(xs: &[T], bad: impl Fn(&T) -> bool + Sync) -> Option<(usize, &T)> {
    let size = xs.len().div_ceil(rayon::current_num_threads()).max(1);
    xs.par_chunks(size).enumerate().find_map_first(|(chunk, elements)| {
        let index = elements.iter().position(&bad)?;
        Some((chunk * size + index, &elements[index]))
    })
}

pub fn by_priority(jobs: &mut [Job]) {
    jobs.par_sort_by(|left, right| left.priority.cmp(&right.priority));
}
