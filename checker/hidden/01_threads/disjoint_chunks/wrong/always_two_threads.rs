// wrong: repairs the borrows, and still starts two threads whatever `workers` says
// finding: one_worker: wrong_result

use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let _ = workers;
    let (left, right) = data.split_at_mut(data.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| left.iter_mut().for_each(&f));
        scope.spawn(|| right.iter_mut().for_each(&f));
    });
}
