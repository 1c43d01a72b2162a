// wrong: loads and stores the shared count in two steps, so that a count in between is lost
// finding: every_word_is_counted: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let count = AtomicUsize::new(0);
    thread::scope(|scope| {
        for chunk in words.chunks(words.len().div_ceil(workers).max(1)) {
            let count = &count;
            scope.spawn(move || {
                for word in chunk {
                    if pred(word) {
                        let before = count.load(Ordering::SeqCst);
                        count.store(before + 1, Ordering::SeqCst);
                    }
                }
            });
        }
    });
    count.into_inner()
}
