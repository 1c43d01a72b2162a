// wrong: all threads share the slice behind a lock, and hold it while `f` runs
// finding: two_elements_at_the_same_time: deadlock

use std::sync::Mutex;
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let length = data.len();
    let data = Mutex::new(data);
    thread::scope(|scope| {
        for worker in 0..workers {
            let (data, f) = (&data, &f);
            scope.spawn(move || {
                for index in (worker..length).step_by(workers) {
                    f(&mut data.lock().unwrap()[index]);
                }
            });
        }
    });
}
