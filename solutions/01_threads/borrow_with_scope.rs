//! # Borrow with a scope
//!
//! A thread in a scope may borrow everything that lives longer than the scope, since the scope does not return before
//! the thread has ended.

use std::thread;

/// Counts the words for which `pred` is true, with at most `workers` new threads.
///
/// Each thread counts for itself and returns its sum. A shared counter (an atomic, or a number behind a mutex) would
/// give the same result, but the threads would get in each other's way at every word.
pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    // Rounded up, so that no word is left over; and at least 1, since `chunks` does not take 0.
    //
    // Equal shares are right when every word costs about the same. If some cost much more than others, let the
    // threads take the next word from a shared index instead, so that nobody sits idle at the end.
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        // `move` copies the references `chunk` and `pred` into the closure. The words stay where they are.
        let threads: Vec<_> = words
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().filter(|word| pred(word)).count()))
            .collect();
        // The scope would join the threads too, but it drops their results: who wants a result joins.
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}
