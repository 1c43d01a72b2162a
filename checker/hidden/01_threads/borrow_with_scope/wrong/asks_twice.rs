// wrong: asks `pred` whether there is anything to count, and asks again to count it
// finding: matching_words_are_counted: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> = words
            .chunks(share)
            .map(|c| s.spawn(move || if c.iter().any(|w| pred(w)) { c.iter().filter(|w| pred(w)).count() } else { 0 }))
            .collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
