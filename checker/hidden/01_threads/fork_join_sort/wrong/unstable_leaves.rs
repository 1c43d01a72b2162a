// wrong: sorts what is left to one thread with `sort_unstable`
// finding: any_length_and_equal_elements: wrong_result

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if max_threads < 2 || data.len() < 2 {
        data.sort_unstable();
        return;
    }
    let middle = data.len() / 2;
    let (left, right) = data.split_at_mut(middle);
    thread::scope(|scope| {
        scope.spawn(|| merge_sort(left, max_threads / 2));
        merge_sort(right, max_threads - max_threads / 2);
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
