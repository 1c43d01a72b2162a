// wrong: each thread writes to other indexes, but borrows the whole slice
// finding: compile: E0499

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let f = &f;
    thread::scope(|scope| {
        for worker in 0..workers {
            let data = &mut *data;
            scope.spawn(move || {
                for index in (worker..data.len()).step_by(workers) {
                    f(&mut data[index]);
                }
            });
        }
    });
}
