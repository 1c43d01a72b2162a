// wrong: takes four workers if `available_parallelism` is an error
// finding: zero_workers_when_the_machine_does_not_know: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    plain(data, if workers == 0 { thread::available_parallelism().map_or(4, |n| n.get()) } else { workers }, f)
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
