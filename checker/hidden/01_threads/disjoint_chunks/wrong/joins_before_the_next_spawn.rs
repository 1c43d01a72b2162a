// wrong: joins each thread before it starts the next
// finding: two_elements_at_the_same_time: deadlock

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let share = data.len().div_ceil(workers).max(1);
    for chunk in data.chunks_mut(share) {
        thread::scope(|scope| {
            scope.spawn(|| chunk.iter_mut().for_each(&f));
        });
    }
}
