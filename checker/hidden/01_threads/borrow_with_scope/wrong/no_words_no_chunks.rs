// wrong: without words the chunks have size 0, and `chunks` panics
// finding: no_words: panic

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers);
    thread::scope(|scope| {
        let handles: Vec<_> = words
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().filter(|word| pred(word)).count()))
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
