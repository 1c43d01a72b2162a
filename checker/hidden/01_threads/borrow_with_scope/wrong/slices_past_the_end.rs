// wrong: gives every worker a start, also those for whom no words are left
// finding: more_workers_than_words: panic

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers);
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for worker in 0..workers {
            let start = worker * share;
            let end = words.len().min(start + share);
            let own = &words[start..end];
            handles.push(scope.spawn(move || own.iter().filter(|word| pred(word)).count()));
        }
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
