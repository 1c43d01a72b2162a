// right: the workers take texts from an iterator behind a mutex

use std::collections::HashMap;
use std::sync::{Mutex, mpsc};
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
    let texts = Mutex::new(texts.iter());
    let (sender, counted) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, texts, count) = (sender.clone(), &texts, &count);
            scope.spawn(move || {
                loop {
                    let Some(text) = texts.lock().unwrap().next() else { return };
                    sender.send(count(text)).unwrap();
                }
            });
        }
        drop(sender);
        let mut total = HashMap::new();
        for (letter, times) in counted.into_iter().flatten() {
            *total.entry(letter).or_insert(0) += times;
        }
        total
    })
}
