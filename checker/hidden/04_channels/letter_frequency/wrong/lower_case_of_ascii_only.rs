// wrong: leaves capital letters outside of ASCII as they are
// finding: many_texts_and_all_alphabets: wrong_result

use std::collections::HashMap;
use std::sync::mpsc;
use std::thread;

pub fn frequency(texts: &[&str], workers: usize) -> HashMap<char, usize> {
    frequency_with(texts, workers, |text| {
        let mut counts = HashMap::new();
        for char in text.chars().filter(|char| char.is_alphabetic()) {
            *counts.entry(char.to_ascii_lowercase()).or_insert(0) += 1;
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
            scope.spawn(move || texts.iter().for_each(|text| sender.send(count(text)).unwrap()));
        }
        drop(sender);
        let mut total = HashMap::new();
        for counts in counted {
            add(&mut total, counts);
        }
        total
    })
}
