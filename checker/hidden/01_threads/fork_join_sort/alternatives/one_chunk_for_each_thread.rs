// right: cuts the slice into a chunk for each thread, and merges them into the first one after the other

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    let share = data.len().div_ceil(max_threads.max(1)).max(1);
    if max_threads < 2 {
        return data.sort();
    }
    thread::scope(|s| {
        for c in data.chunks_mut(share) {
            s.spawn(|| c.sort());
        }
    });
    let mut done = share;
    while done < data.len() {
        let end = (done + share).min(data.len());
        merge(&mut data[..end], done);
        done = end;
    }
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
