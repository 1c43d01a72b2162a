// wrong: `chunks_exact` leaves out the words that do not fill a chunk
// finding: every_word_is_counted: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = (words.len() / workers).max(1);
    thread::scope(|scope| {
        let handles: Vec<_> = words
            .chunks_exact(share)
            .take(workers)
            .map(|chunk| scope.spawn(move || chunk.iter().filter(|word| pred(word)).count()))
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
