// right: chunks; each thread adds its sum to a shared total once

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let total = AtomicUsize::new(0);
    thread::scope(|scope| {
        for chunk in words.chunks(words.len().div_ceil(workers).max(1)) {
            let total = &total;
            scope.spawn(move || {
                let count = chunk.iter().filter(|word| pred(word)).count();
                total.fetch_add(count, Ordering::Relaxed);
            });
        }
    });
    total.into_inner()
}
