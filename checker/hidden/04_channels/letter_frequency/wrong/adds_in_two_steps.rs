// wrong: reads a count and writes it back under two locks
// finding: counts_are_added_up: wrong_result

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

pub fn frequency(texts: &[&str], workers: usize) -> HashMap<char, usize> {
    frequency_with(texts, workers, |text| {
        let mut counts = HashMap::new();
        for char in text.chars().filter(|char| char.is_alphabetic()) {
            for letter in char.to_lowercase().filter(|letter| letter.is_alphabetic()) {
                *counts.entry(letter).or_insert(0) += 1;
            }
        }
        counts
    })
}

pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    let share = texts.len().div_ceil(workers).max(1);
    let total = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for texts in texts.chunks(share) {
            let (total, count) = (&total, &count);
            scope.spawn(move || {
                for text in texts {
                    for (letter, times) in count(text) {
                        let before = total.lock().unwrap().get(&letter).copied().unwrap_or(0);
                        total.lock().unwrap().insert(letter, before + times);
                    }
                }
            });
        }
    });
    total.into_inner().unwrap()
}
