// wrong: forgets that `workers` can be 0, and divides by it
// finding: zero_workers_are_as_many_as_the_machine_runs: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let (share, f) = (data.len().div_ceil(workers).max(1), &f);
    thread::scope(|scope| {
        for chunk in data.chunks_mut(share) {
            scope.spawn(move || chunk.iter_mut().for_each(f));
        }
    });
}
