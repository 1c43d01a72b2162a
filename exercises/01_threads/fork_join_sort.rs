//! # Fork-join sort
//!
//! Merge sort sorts both halves of a slice and merges them. The halves have nothing to do with each other, so two
//! threads can sort them at the same time (*fork*), and when both are done (*join*), one merges. Each half is sorted in
//! the same way, so the work can be spread over more and more threads. The code below sorts correctly, but it starts
//! nearly two threads for every element, and still only one of them works at a time.
//!
//! Why it matters: fork and join is how work of unknown shape is spread: searching a tree of folders, drawing a scene,
//! multiplying matrices. A thread costs more than the sorting of a hundred numbers. So somebody has to keep count of the
//! threads, and stop forking in time.
//!
//! ## What must hold
//!
//! - `merge_sort(data, max_threads)` sorts `data`. It is stable: equal elements stay in their order.
//! - At most `max_threads` threads are comparing elements at the same time; the calling thread counts if it compares.
//!   Threads that only wait for others do not count.
//! - If `max_threads` is 1 or 0, everything happens on the calling thread.
//! - If `max_threads` is 2 or more and `data` has 4 elements or more, then two threads can be comparing at the same time.
//!   (With so few elements nobody would start a thread outside an exercise. Here you do.)
//! - `data` may have any length, also 0 and 1. `cmp` does not panic.
//!
//! `merge` is right as it is. You can also write your own.
//!
//! Work at the `// TODO`.

use std::thread;

/// Sorts `data`; equal elements stay in their order. At most `max_threads` threads compare at the same time.
pub fn merge_sort<T: Ord + Copy + Send + Sync>(data: &mut [T], max_threads: usize) {
    if data.len() < 2 {
        return;
    }
    let middle = data.len() / 2;
    let (left, right) = data.split_at_mut(middle);
    // TODO: sort both halves at the same time, and start a thread only if `max_threads` allows it.
    thread::scope(|scope| {
        scope.spawn(|| merge_sort(left, max_threads)).join().unwrap();
        scope.spawn(|| merge_sort(right, max_threads)).join().unwrap();
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
