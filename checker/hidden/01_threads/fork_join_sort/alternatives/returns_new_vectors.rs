// right: each half comes back as a new vector from its thread

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    let sorted = sorted(data, max_threads);
    data.copy_from_slice(&sorted);
}

fn sorted<T: Ord + Copy + Send + Sync>(data: &[T], threads: usize) -> Vec<T> {
    if data.len() < 2 {
        return data.to_vec();
    }
    let (left, right) = data.split_at(data.len() / 2);
    let (left, right) = if threads < 2 {
        (sorted(left, 1), sorted(right, 1))
    } else {
        thread::scope(|scope| {
            let right = scope.spawn(|| sorted(right, threads / 2));
            let left = sorted(left, threads - threads / 2);
            (left, right.join().unwrap())
        })
    };
    let mut merged = Vec::with_capacity(data.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        merged.extend(if second < first { right.next() } else { left.next() });
    }
    merged.extend(left.chain(right));
    merged
}
