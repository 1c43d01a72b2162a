// wrong: starts a thread for each element, however few workers are allowed
// finding: no_more_threads_than_workers: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let (_, f) = (workers, &f);
    thread::scope(|scope| {
        for element in data {
            scope.spawn(move || f(element));
        }
    });
}
