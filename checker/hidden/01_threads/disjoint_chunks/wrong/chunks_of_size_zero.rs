// wrong: the size of a chunk is 0 if there are no elements, and `chunks_mut` panics
// finding: no_elements: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let (share, f) = (data.len().div_ceil(workers), &f);
    thread::scope(|scope| {
        for chunk in data.chunks_mut(share) {
            scope.spawn(move || chunk.iter_mut().for_each(f));
        }
    });
}
