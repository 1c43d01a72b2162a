// wrong: does it all on the caller if there are fewer elements than workers
// finding: two_elements_and_three_workers: deadlock

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    if data.len() < workers {
        return data.iter_mut().for_each(f);
    }
    let share = data.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        for c in data.chunks_mut(share) {
            s.spawn(|| c.iter_mut().for_each(&f));
        }
    });
}
