// right: the rest of the slice is behind a lock; who is idle splits off its first element

use std::mem;
use std::sync::Mutex;
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let rest = Mutex::new(data);
    let next = || {
        let mut r = rest.lock().unwrap();
        let (a, b) = mem::take(&mut *r).split_first_mut()?;
        *r = b;
        Some(a)
    };
    thread::scope(|s| {
        for _ in 0..workers {
            s.spawn(|| {
                while let Some(x) = next() {
                    f(x)
                }
            });
        }
    });
}
