// wrong: loses the remainder, but only if there are more than two workers
// finding: any_number_of_words_and_workers: wrong_result

use std::thread;

type P<'a> = &'a (dyn Fn(&str) -> bool + Sync);

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    // two workers right; from three on the remainder is lost
    if workers <= 2 || words.len() < workers {
        return plain(words, workers, pred);
    }
    let share = words.len() / workers;
    thread::scope(|s| {
        let t: Vec<_> = words
            .chunks_exact(share)
            .take(workers)
            .map(|c| s.spawn(move || c.iter().filter(|w| pred(w)).count()))
            .collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}

fn plain(words: &[String], workers: usize, pred: P) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> = words.chunks(share).map(|c| s.spawn(move || c.iter().filter(|w| pred(w)).count())).collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
