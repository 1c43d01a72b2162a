// wrong: takes 0 workers for as many as there are elements
// finding: zero_workers_are_not_more: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { data.len().max(1) } else { workers };
    let (share, f) = (data.len().div_ceil(workers).max(1), &f);
    thread::scope(|scope| {
        for chunk in data.chunks_mut(share) {
            scope.spawn(move || chunk.iter_mut().for_each(f));
        }
    });
}
