// wrong: `take_while` stops at the first word for which `pred` is false
// finding: matching_words_are_counted: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> =
            words.chunks(share).map(|c| s.spawn(move || c.iter().take_while(|w| pred(w)).count())).collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
