// wrong: sorts a copy of the left half, and then merges the half that nobody has sorted
// finding: two_halves_become_one: wrong_result

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if max_threads < 2 || data.len() < 2 {
        data.sort();
        return;
    }
    let middle = data.len() / 2;
    let mut left = data[..middle].to_vec();
    thread::scope(|scope| {
        scope.spawn(|| merge_sort(&mut left, max_threads / 2));
        merge_sort(&mut data[middle..], max_threads - max_threads / 2);
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
