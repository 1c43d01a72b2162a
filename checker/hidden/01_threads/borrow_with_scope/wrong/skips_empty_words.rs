// wrong: leaves empty words out, which `pred` may say yes to
// finding: any_number_of_words_and_workers: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> = words
            .chunks(share)
            .map(|c| s.spawn(move || c.iter().filter(|w| !w.is_empty() && pred(w)).count()))
            .collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
