// wrong: starts two threads also where one worker is allowed
// finding: one_worker: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let workers = workers.max(2);
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        let t: Vec<_> = words.chunks(share).map(|c| s.spawn(move || c.iter().filter(|w| pred(w)).count())).collect();
        t.into_iter().map(|t| t.join().unwrap()).sum()
    })
}
