// right: the calling thread counts the last share itself

use std::collections::HashMap;
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
    let share = texts.len().div_ceil(workers).max(1);
    let sum = &|texts: &[&str]| {
        let mut counts = HashMap::new();
        texts.iter().for_each(|text| add(&mut counts, count(text)));
        counts
    };
    let mut shares: Vec<_> = texts.chunks(share).collect();
    let own = shares.pop().unwrap_or_default();
    thread::scope(|scope| {
        let threads: Vec<_> = shares.into_iter().map(|texts| scope.spawn(move || sum(texts))).collect();
        let mut total = sum(own);
        for thread in threads {
            add(&mut total, thread.join().unwrap());
        }
        total
    })
}
