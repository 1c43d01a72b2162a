// wrong: expects as many results as workers, though there may be fewer shares
// finding: there_may_be_few_texts: panic

use std::collections::HashMap;
use std::sync::mpsc;
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
    let (sender, counted) = mpsc::channel();
    thread::scope(|scope| {
        for texts in texts.chunks(share) {
            let (sender, count) = (sender.clone(), &count);
            scope.spawn(move || {
                let mut counts = HashMap::new();
                texts.iter().for_each(|text| add(&mut counts, count(text)));
                sender.send(counts).unwrap();
            });
        }
        drop(sender);
        let mut total = HashMap::new();
        for _ in 0..workers {
            add(&mut total, counted.recv().unwrap());
        }
        total
    })
}
