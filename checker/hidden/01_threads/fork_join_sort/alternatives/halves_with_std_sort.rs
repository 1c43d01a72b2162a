// right: the first fork gives each half to a thread, which sorts it with the standard library

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    let middle = data.len() / 2;
    if max_threads < 2 || middle == 0 {
        return data.sort();
    }
    let (left, right) = data.split_at_mut(middle);
    thread::scope(|scope| {
        scope.spawn(|| left.sort());
        right.sort();
    });
    // Two sorted runs: the stable sort of the standard library merges them.
    data.sort();
}
