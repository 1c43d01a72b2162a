// wrong: forks only where both halves are equally long
// finding: an_odd_number_of_elements: never_happens

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if data.len() < 2 {
        return;
    }
    let m = data.len() / 2;
    let (l, r) = data.split_at_mut(m);
    if max_threads > 1 && l.len() == r.len() {
        thread::scope(|s| {
            s.spawn(|| merge_sort(l, max_threads / 2));
            merge_sort(r, max_threads / 2);
        });
    } else {
        merge_sort(l, 1);
        merge_sort(r, 1);
    }
    merge(data, m);
}

fn merge<T: Ord + Copy>(data: &mut [T], middle: usize) {
    let left = data[..middle].to_vec();
    let (mut a, mut b) = (0, middle);
    for to in 0..data.len() {
        if a == left.len() {
            return;
        }
        if b < data.len() && data[b] < left[a] {
            data[to] = data[b];
            b += 1;
        } else {
            data[to] = left[a];
            a += 1;
        }
    }
}
