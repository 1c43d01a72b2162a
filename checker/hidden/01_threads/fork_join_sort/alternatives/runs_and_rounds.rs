// right: a sorted run for each thread, then rounds that merge neighbours in threads

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    let share = data.len().div_ceil(max_threads.max(1)).max(1);
    if share >= data.len() {
        data.sort();
        return;
    }
    thread::scope(|scope| {
        for run in data.chunks_mut(share) {
            scope.spawn(|| run.sort());
        }
    });
    let mut run = share;
    while run < data.len() {
        thread::scope(|scope| {
            for pair in data.chunks_mut(2 * run) {
                scope.spawn(|| {
                    if pair.len() > run {
                        merge(pair, run)
                    }
                });
            }
        });
        run *= 2;
    }
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
