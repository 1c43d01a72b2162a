// wrong: does it all on the caller if there are fewer words than workers
// finding: two_words_and_three_workers: deadlock

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    if words.len() < workers {
        return words.iter().filter(|w| pred(w)).count();
    }
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> = words.chunks(share).map(|c| s.spawn(move || c.iter().filter(|w| pred(w)).count())).collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
