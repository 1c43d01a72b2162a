// wrong: counts the threads of all calls in a static, and never counts down
// finding: a_second_call_has_its_threads: never_happens

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::SeqCst;
use std::thread;

static RUNNING: AtomicUsize = AtomicUsize::new(1);
pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if data.len() < 2 {
        return;
    }
    let m = data.len() / 2;
    let (l, r) = data.split_at_mut(m);
    if RUNNING.fetch_update(SeqCst, SeqCst, |n| (n < max_threads).then_some(n + 1)).is_ok() {
        thread::scope(|s| {
            s.spawn(|| merge_sort(l, max_threads));
            merge_sort(r, max_threads);
        });
    } else {
        merge_sort(l, max_threads);
        merge_sort(r, max_threads);
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
