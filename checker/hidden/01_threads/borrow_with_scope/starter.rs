//! # Borrow with a scope
//!
//! `count_matching` counts the words for which a test says yes. It splits the words among several threads.
//! The code below does not compile: error E0521. The threads use `words` and `pred`, which belong to somebody else
//! and are only borrowed. `thread::spawn` does not accept that. Repair `count_matching` without copying the words;
//! its signature stays as it is.
//!
//! Why it matters: often the data is large, and already there: a file in memory, a table, an image. Copying it for
//! each thread costs more than the threads gain. `thread::scope` lets threads borrow, because it does not return
//! before all of them have ended.
//!
//! ## What must hold
//!
//! - `count_matching(words, workers, pred)` returns for how many of the words `pred` returns `true`.
//! - It calls `pred` once for each word, with that very word: not with a copy, and no copy of the words is made.
//! - At least two calls of `pred` can be running at the same time if there are two words or more and `workers` is two
//!   or more.
//! - At most `workers` new threads are alive at the same time. Fewer are fine. The calling thread is not counted, and
//!   may look at a share of the words itself.
//! - `workers` is at least 1. It may be greater than the number of words. There may be no words; then the result is 0.
//! - The words are split evenly enough if these rules hold: how is up to you.
//! - `pred` does not panic.
//!
//! Work at the `// TODO`.

use std::thread;

/// Counts the words for which `pred` is true, with at most `workers` new threads.
pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    // TODO: these threads may outlive `words` and `pred`. Use threads that cannot.
    let mut threads = Vec::new();
    // Rounded up, so that no word is left over; and at least 1, since `chunks` does not take 0.
    let share = words.len().div_ceil(workers).max(1);
    for chunk in words.chunks(share) {
        threads.push(thread::spawn(move || chunk.iter().filter(|word| pred(word)).count()));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).sum()
}
