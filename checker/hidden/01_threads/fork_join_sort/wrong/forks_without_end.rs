// wrong: repairs the order of the joins, and still forks down to the last element
// finding: one_thread_is_the_caller: wrong_result

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if data.len() < 2 {
        return;
    }
    let middle = data.len() / 2;
    let (left, right) = data.split_at_mut(middle);
    thread::scope(|scope| {
        scope.spawn(|| merge_sort(left, max_threads));
        scope.spawn(|| merge_sort(right, max_threads));
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
