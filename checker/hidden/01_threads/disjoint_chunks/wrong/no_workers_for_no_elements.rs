// wrong: limits the number of threads to that of the elements, and divides by it when there are none
// finding: no_elements_and_zero_workers: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers =
        if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()).min(data.len()) } else { workers };
    let share = data.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        for c in data.chunks_mut(share) {
            s.spawn(|| c.iter_mut().for_each(&f));
        }
    });
}
