// wrong: one thread looks at all words, whatever `workers` says
// finding: two_words_at_the_same_time: deadlock

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    assert!(workers > 0, "somebody has to do the work");
    thread::scope(|scope| {
        let worker = scope.spawn(|| words.iter().filter(|word| pred(word)).count());
        worker.join().unwrap()
    })
}
