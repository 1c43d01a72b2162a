// wrong: leaves out what is no letter, and the case, where the sum is made, and not where letters are counted
// finding: the_sum_takes_any_char: wrong_result

use std::collections::HashMap;
use std::thread;

pub fn frequency(texts: &[&str], workers: usize) -> HashMap<char, usize> {
    frequency_with(texts, workers, |text| {
        let mut counts = HashMap::new();
        for char in text.chars() {
            *counts.entry(char).or_default() += 1;
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
    let mut total = HashMap::new();
    thread::scope(|scope| {
        let count = &count;
        let threads: Vec<_> = texts
            .chunks(share)
            .map(|share| scope.spawn(move || share.iter().map(|text| count(text)).collect::<Vec<_>>()))
            .collect();
        for counts in threads.into_iter().flat_map(|thread| thread.join().unwrap()) {
            for (char, times) in counts.into_iter().filter(|(char, _)| char.is_alphabetic()) {
                for letter in char.to_lowercase().filter(|letter| letter.is_alphabetic()) {
                    *total.entry(letter).or_default() += times;
                }
            }
        }
    });
    total
}
