// wrong: does it all on the caller if the number of words is odd
// finding: three_words_and_two_workers: deadlock

use std::thread;

type P<'a> = &'a (dyn Fn(&str) -> bool + Sync);

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    if words.len() % 2 == 1 {
        return words.iter().filter(|w| pred(w)).count();
    }
    plain(words, workers, pred)
}

fn plain(words: &[String], workers: usize, pred: P) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> = words.chunks(share).map(|c| s.spawn(move || c.iter().filter(|w| pred(w)).count())).collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
