// right: takes the first of what is left of the slice

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    let rest = Mutex::new(texts);
    let total = Mutex::new(HashMap::new());
    thread::scope(|s| {
        for _ in 0..workers.min(texts.len()) {
            s.spawn(|| {
                loop {
                    let Some(text) = rest.lock().unwrap().split_off_first() else { return };
                    for (c, n) in count(text) {
                        *total.lock().unwrap().entry(c).or_default() += n;
                    }
                }
            });
        }
    });
    total.into_inner().unwrap()
}

pub fn frequency(texts: &[&str], workers: usize) -> HashMap<char, usize> {
    frequency_with(texts, workers, |text| {
        let mut counts = HashMap::new();
        let lower = text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
        for c in lower.filter(|c| c.is_alphabetic()) {
            *counts.entry(c).or_default() += 1;
        }
        counts
    })
}
