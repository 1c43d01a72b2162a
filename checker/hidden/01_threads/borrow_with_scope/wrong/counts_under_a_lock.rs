// wrong: holds the lock of the counter while it calls `pred`
// finding: two_words_at_the_same_time: deadlock

use std::sync::Mutex;
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let count = Mutex::new(0);
    thread::scope(|scope| {
        for chunk in words.chunks(words.len().div_ceil(workers).max(1)) {
            let count = &count;
            scope.spawn(move || {
                for word in chunk {
                    let mut count = count.lock().unwrap();
                    if pred(word) {
                        *count += 1;
                    }
                }
            });
        }
    });
    count.into_inner().unwrap()
}
