// wrong: starts a thread for each word, however many there are
// finding: no_more_threads_than_workers: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    assert!(workers > 0, "somebody has to do the work");
    thread::scope(|scope| {
        let handles: Vec<_> = words.iter().map(|word| scope.spawn(move || pred(word))).collect();
        let matches = handles.into_iter().map(|handle| handle.join().unwrap());
        matches.filter(|matched| *matched).count()
    })
}
