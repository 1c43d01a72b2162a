// wrong: does it all on the caller if the number of elements is odd
// finding: three_elements_and_two_workers: deadlock

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    if data.len() % 2 == 1 {
        data.iter_mut().for_each(f);
        return;
    }
    plain(data, real(workers), f)
}

fn plain<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let f = &f;
    let share = data.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        for c in data.chunks_mut(share) {
            s.spawn(move || c.iter_mut().for_each(f));
        }
    });
}

fn real(workers: usize) -> usize {
    if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers }
}
