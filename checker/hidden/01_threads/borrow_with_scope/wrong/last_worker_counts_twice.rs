// wrong: shares of rounded-up size from fixed starts overlap, and words in two shares are counted twice
// finding: every_word_is_counted: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers);
    thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .map(|worker| {
                let start = worker * words.len() / workers;
                let end = words.len().min(start + share);
                let own = &words[start..end];
                scope.spawn(move || own.iter().filter(|word| pred(word)).count())
            })
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
