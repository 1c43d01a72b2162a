// wrong: with 1 thread it stays on the caller, but with more it forks at every level
// finding: no_more_threads_than_allowed: wrong_result

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if data.len() < 2 {
        return;
    }
    let middle = data.len() / 2;
    let (left, right) = data.split_at_mut(middle);
    if max_threads < 2 {
        merge_sort(left, 1);
        merge_sort(right, 1);
        merge(data, middle);
        return;
    }
    thread::scope(|scope| {
        scope.spawn(|| merge_sort(left, max_threads));
        merge_sort(right, max_threads);
    });
    merge(data, middle);
}

fn merge<T: Ord + Copy>(data: &mut [T], middle: usize) {
    let left = data[..middle].to_vec();
    let (mut from_left, mut from_right) = (0, middle);
    for to in 0..data.len() {
        if from_left == left.len() {
            return;
        }
        if from_right < data.len() && data[from_right] < left[from_left] {
            data[to] = data[from_right];
            from_right += 1;
        } else {
            data[to] = left[from_left];
            from_left += 1;
        }
    }
}
