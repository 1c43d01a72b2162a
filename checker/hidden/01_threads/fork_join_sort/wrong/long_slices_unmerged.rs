// wrong: leaves the two sorted halves of a long slice as they are
// finding: any_length_and_equal_elements: wrong_result

use std::thread;

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if data.len() > 64 {
        let m = data.len() / 2;
        plain(&mut data[..m], max_threads);
        plain(&mut data[m..], max_threads);
        return;
    }
    plain(data, max_threads)
}

fn plain<T: Ord + Copy + Send + Sync>(data: &mut [T], max: usize) {
    if data.len() < 2 {
        return;
    }
    let m = data.len() / 2;
    {
        let (l, r) = data.split_at_mut(m);
        if max < 2 {
            plain(l, 1);
            plain(r, 1)
        } else {
            thread::scope(|s| {
                s.spawn(|| plain(l, max / 2));
                plain(r, max - max / 2)
            });
        }
    }
    merge(data, m)
}

fn merge<T: Ord + Copy>(data: &mut [T], m: usize) {
    let l = data[..m].to_vec();
    let (mut a, mut b) = (0, m);
    for to in 0..data.len() {
        if a == l.len() {
            return;
        }
        if b < data.len() && data[b] < l[a] {
            data[to] = data[b];
            b += 1
        } else {
            data[to] = l[a];
            a += 1
        }
    }
}
