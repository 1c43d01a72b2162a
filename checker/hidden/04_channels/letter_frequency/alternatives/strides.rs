// right: worker n takes every text whose number leaves the rest n

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
    let (sender, counted) = mpsc::channel();
    thread::scope(|scope| {
        for first in 0..workers.min(texts.len()) {
            let (sender, count) = (sender.clone(), &count);
            scope.spawn(move || {
                for text in texts.iter().skip(first).step_by(workers) {
                    sender.send(count(text)).unwrap();
                }
            });
        }
        drop(sender);
        counted.into_iter().fold(HashMap::new(), |mut total, counts| {
            add(&mut total, counts);
            total
        })
    })
}
