// wrong: joins the texts of each thread to a long one
// finding: each_text_is_counted_once: wrong_result

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
    thread::scope(|scope| {
        let count = &count;
        let spawn = |texts: &[&str]| {
            let text = texts.concat();
            scope.spawn(move || count(&text))
        };
        let threads: Vec<_> = texts.chunks(share).map(spawn).collect();
        let mut total = HashMap::new();
        for thread in threads {
            add(&mut total, thread.join().unwrap());
        }
        total
    })
}
