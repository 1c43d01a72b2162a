// wrong: rounds the share down, so the remainder makes one thread too many
// finding: no_more_threads_than_workers: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = (words.len() / workers).max(1);
    thread::scope(|scope| {
        let handles: Vec<_> = words
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().filter(|word| pred(word)).count()))
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
