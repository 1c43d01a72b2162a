// wrong: looks whether a permit is left and takes it in two steps, so that two threads can take the same one
// finding: no_more_threads_than_allowed: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

struct Permits(AtomicUsize);

impl Permits {
    fn take(&self) -> bool {
        let left = self.0.load(Ordering::SeqCst);
        if left > 0 {
            self.0.store(left - 1, Ordering::SeqCst);
        }
        left > 0
    }

    fn give_back(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    sort_with(data, &Permits(AtomicUsize::new(max_threads.saturating_sub(1))));
}

fn sort_with<T: Ord + Copy + Send + Sync>(data: &mut [T], permits: &Permits) {
    if data.len() < 2 {
        return;
    }
    let middle = data.len() / 2;
    let (left, right) = data.split_at_mut(middle);
    if permits.take() {
        thread::scope(|scope| {
            scope.spawn(|| {
                sort_with(left, permits);
                permits.give_back();
            });
            sort_with(right, permits);
        });
    } else {
        sort_with(left, permits);
        sort_with(right, permits);
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
