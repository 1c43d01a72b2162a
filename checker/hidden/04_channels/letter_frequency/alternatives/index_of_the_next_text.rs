// right: an atomic counter says which text is next, so a long text delays nobody

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
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

fn add(total: &mut HashMap<char, usize>, counts: HashMap<char, usize>) {
    for (letter, times) in counts {
        *total.entry(letter).or_insert(0) += times;
    }
}

pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    let next = AtomicUsize::new(0);
    let total = Mutex::new(HashMap::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                let mut own = HashMap::new();
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    add(&mut own, count(text));
                }
                add(&mut total.lock().unwrap(), own);
            });
        }
    });
    total.into_inner().unwrap()
}
