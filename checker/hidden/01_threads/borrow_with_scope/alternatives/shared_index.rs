// right: the threads draw the number of the next word from an atomic

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let next = AtomicUsize::new(0);
    let count_some = || {
        let mut count = 0;
        while let Some(word) = words.get(next.fetch_add(1, Ordering::Relaxed)) {
            count += usize::from(pred(word));
        }
        count
    };
    thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(count_some)).collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
