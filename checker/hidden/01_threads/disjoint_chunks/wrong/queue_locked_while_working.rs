// wrong: the guard in the condition of `while let` lives until the end of the body, so `f` runs under the lock
// finding: two_elements_at_the_same_time: deadlock

use std::sync::Mutex;
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let queue = Mutex::new(data.iter_mut());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(element) = queue.lock().unwrap().next() {
                    f(element);
                }
            });
        }
    });
}
