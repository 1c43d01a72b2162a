// wrong: the chain is lazy, so each worker is joined before the next one is started
// finding: two_words_at_the_same_time: deadlock

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        words
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().filter(|word| pred(word)).count()))
            .map(|worker| worker.join().unwrap())
            .sum()
    })
}
