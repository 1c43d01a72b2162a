// wrong: all calls take their threads from one static budget
// finding: another_call_lends_no_threads: wrong_result

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::SeqCst;
use std::thread;

static LEFT: AtomicUsize = AtomicUsize::new(0);
pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    LEFT.store(max_threads.saturating_sub(1), SeqCst);
    go(data);
}

fn go<T: Ord + Copy + Send + Sync>(data: &mut [T]) {
    if data.len() < 2 {
        return;
    }
    let m = data.len() / 2;
    let (l, r) = data.split_at_mut(m);
    if LEFT.fetch_update(SeqCst, SeqCst, |n| n.checked_sub(1)).is_ok() {
        thread::scope(|s| {
            s.spawn(|| go(l));
            go(r);
        });
    } else {
        go(l);
        go(r);
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
