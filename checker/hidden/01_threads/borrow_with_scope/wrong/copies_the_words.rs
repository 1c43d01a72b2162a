// wrong: gives each thread a copy of its words
// finding: words_are_not_copied: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let handles: Vec<_> = words
            .chunks(share)
            .map(|chunk| {
                let chunk = chunk.to_vec();
                scope.spawn(move || chunk.iter().filter(|word| pred(word)).count())
            })
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
