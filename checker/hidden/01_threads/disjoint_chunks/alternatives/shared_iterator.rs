// right: the threads take elements from an iterator behind a lock, and give the lock back before they call `f`

use std::sync::Mutex;
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let rest = Mutex::new(data.iter_mut());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(element) = rest.lock().unwrap().next() else { break };
                    f(element);
                }
            });
        }
    });
}
