// wrong: starts a thread for the remainder, but only if there are more than two workers
// finding: many_texts_and_all_alphabets: wrong_result

use std::collections::HashMap;
use std::thread;

pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    let share = if workers < 3 { texts.len().div_ceil(workers).max(1) } else { (texts.len() / workers).max(1) };
    thread::scope(|s| {
        let t: Vec<_> = texts
            .chunks(share)
            .map(|c| {
                let count = &count;
                s.spawn(move || c.iter().map(|t| count(t)).collect::<Vec<_>>())
            })
            .collect();
        let mut m = HashMap::new();
        for t in t {
            for x in t.join().unwrap() {
                for (c, n) in x {
                    *m.entry(c).or_default() += n;
                }
            }
        }
        m
    })
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
