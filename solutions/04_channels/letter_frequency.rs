//! # Quiz 2: letter frequency
//!
//! Each worker counts a share of the texts and sends what it has found. Whoever receives adds it up alone, so nothing
//! is shared that would need a lock, and counting and adding up go on at the same time.

use std::collections::HashMap;
use std::sync::mpsc;
use std::thread;

/// How often each letter occurs in all texts together, counted on several threads.
pub fn frequency(texts: &[&str], workers: usize) -> HashMap<char, usize> {
    frequency_with(texts, workers, letters)
}

/// How often each letter occurs in one text.
fn letters(text: &str) -> HashMap<char, usize> {
    // Char by char: `str::to_lowercase` looks at the neighbours as well, and makes a `ς` of a `Σ` at the end of a word.
    // The lower case of one char can be several, and not all of these need be letters.
    let lower = text.chars().filter(|char| char.is_alphabetic()).flat_map(char::to_lowercase);
    let mut counts = HashMap::new();
    for letter in lower.filter(|char| char.is_alphabetic()) {
        *counts.entry(letter).or_default() += 1;
    }
    counts
}

/// The sum of what `count` returns for each text, counted on several threads.
pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    // `div_ceil` leaves no remainder, and may leave the last workers without work; `max` because a share of 0 panics.
    let share = texts.len().div_ceil(workers).max(1);
    let (sender, counted) = mpsc::channel();
    // The scope lets the threads borrow the texts and `count`. With `thread::spawn` the texts would have to be copied.
    thread::scope(|scope| {
        for texts in texts.chunks(share) {
            let sender = sender.clone();
            let count = &count;
            scope.spawn(move || {
                for text in texts {
                    sender.send(count(text)).expect("the receiver is alive until all senders are gone");
                }
            });
        }
        // The loop below ends when all senders are gone, and this is one.
        drop(sender);

        // A map behind a mutex works as well, if it is locked for the adding up and not for the counting.
        let mut total = HashMap::new();
        for counts in counted {
            for (letter, times) in counts {
                *total.entry(letter).or_default() += times;
            }
        }
        total
    })
}
