//! # Fork-join sort
//!
//! Each call is told how many threads it may use, counts itself as one of them, and splits the rest between the halves.

use std::thread;

/// Sorts `data`; equal elements stay in their order. At most `max_threads` threads compare at the same time.
///
/// Outside an exercise: `rayon::join`, whose threads exist already and fetch the half if they have nothing to do; and
/// no fork at all for some thousands of elements, which one thread sorts faster than another one starts.
pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if max_threads < 2 || data.len() < 2 {
        // The standard library's stable sort is a merge sort too, and a better one. (`sort_unstable` would be wrong.)
        data.sort();
        return;
    }
    let middle = data.len() / 2;
    let (left, right) = data.split_at_mut(middle);
    // The two budgets add up to `max_threads`. With `max_threads - 1` for each half the number of threads would double
    // at every level, for all that each call seems to keep within its own limit.
    let left_threads = max_threads / 2;
    thread::scope(|scope| {
        // One new thread for two halves: the thread that forks would otherwise only wait.
        scope.spawn(|| merge_sort(left, left_threads));
        merge_sort(right, max_threads - left_threads);
        // The scope joins the left half here, so both are sorted before anything is merged.
    });
    merge(data, middle);
}

/// Merges the sorted parts before and from `middle` into one.
fn merge<T: Ord + Copy>(data: &mut [T], middle: usize) {
    // Only the left part has to be saved: a place is written to when it has been read already.
    let left = data[..middle].to_vec();
    let (mut from_left, mut from_right) = (0, middle);
    for to in 0..data.len() {
        if from_left == left.len() {
            // What is left of the right part is where it belongs.
            return;
        }
        // Of equal elements the left one goes first: that is what makes the sort stable.
        if from_right < data.len() && data[from_right] < left[from_left] {
            data[to] = data[from_right];
            from_right += 1;
        } else {
            data[to] = left[from_left];
            from_left += 1;
        }
    }
}
