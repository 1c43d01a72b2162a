// wrong: starts one thread more than asked for, but only if there are more than two workers
// finding: any_number_of_words_and_workers: wrong_result

use std::thread;

type P<'a> = &'a (dyn Fn(&str) -> bool + Sync);

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    // floor share, remainder gets an extra thread: at 3 words, 2 workers this is found
    if words.len() < 4 || workers < 3 {
        return plain(words, workers, pred);
    }
    plain(words, workers + 1, pred)
}

fn plain(words: &[String], workers: usize, pred: P) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> = words.chunks(share).map(|c| s.spawn(move || c.iter().filter(|w| pred(w)).count())).collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
