// right: forks as many levels deep as the budget has powers of two

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    sort_forking(data, max_threads.max(1).ilog2());
}

fn sort_forking<T: Ord + Copy + Send + Sync>(data: &mut [T], forks: u32) {
    if data.len() < 2 {
        return;
    }
    let middle = data.len() / 2;
    let (left, right) = data.split_at_mut(middle);
    match forks.checked_sub(1) {
        None => {
            sort_forking(left, 0);
            sort_forking(right, 0);
        }
        Some(forks) => thread::scope(|scope| {
            let left = scope.spawn(move || sort_forking(left, forks));
            sort_forking(right, forks);
            left.join().unwrap();
        }),
    }
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
