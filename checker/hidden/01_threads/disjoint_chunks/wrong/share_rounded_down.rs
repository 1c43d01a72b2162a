// wrong: rounds the size of a chunk down: the remainder makes a chunk and a thread too many, and 0 panics
// finding: no_more_threads_than_workers: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let (share, f) = (data.len() / workers, &f);
    thread::scope(|scope| {
        for chunk in data.chunks_mut(share) {
            scope.spawn(move || chunk.iter_mut().for_each(f));
        }
    });
}
