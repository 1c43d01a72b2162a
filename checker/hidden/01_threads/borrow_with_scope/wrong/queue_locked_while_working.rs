// wrong: the guard in the head of the `while let` lives through its body, so one thread works and the others wait
// finding: two_words_at_the_same_time: deadlock

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let queue = Mutex::new(words.iter());
    let count = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(word) = queue.lock().unwrap().next() {
                    if pred(word) {
                        count.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    count.into_inner()
}
