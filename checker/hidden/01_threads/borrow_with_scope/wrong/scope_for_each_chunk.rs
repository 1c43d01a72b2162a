// wrong: opens a scope for each chunk, and each scope waits at its end
// finding: two_words_at_the_same_time: deadlock

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let mut count = 0;
    for chunk in words.chunks(words.len().div_ceil(workers).max(1)) {
        thread::scope(|scope| {
            scope.spawn(|| count += chunk.iter().filter(|word| pred(word)).count());
        });
    }
    count
}
