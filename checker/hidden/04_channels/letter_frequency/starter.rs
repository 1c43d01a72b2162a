//! # Quiz 2: letter frequency
//!
//! How often does each letter occur in a heap of texts? Each text can be counted by itself, so several threads can do it
//! at the same time; in the end the counts come together in one map. The code below counts one text after the other.
//!
//! Why it matters: to split the work, to count in parallel and to bring the results together is what search engines and
//! log analysers do all day. This quiz needs what you have learned in four chapters: threads that borrow, work that is
//! shared out without a remainder, and results that come together through a channel, a lock or a join, as you like.
//!
//! ## What must hold
//!
//! - `frequency_with(texts, workers, count)` calls `count` exactly once for every text, with that text itself: whole, and
//!   not a copy of it. It returns the sum of all that `count` has returned, char by char.
//! - At most `workers` of your threads are alive at once. The calling thread does not count; it may count texts as well.
//! - With as many texts as workers, all calls of `count` can be running at the same time: a call may wait for any other.
//! - `frequency(texts, workers)` does the same with a `count` that counts letters without regard to case. For each char
//!   of the text that `is_alphabetic()`, it counts those chars of its `to_lowercase()` that are alphabetic themselves.
//!   So `É` counts as `é` and `Σ` as `σ`, wherever it stands; `İ` counts as `i`, and the dot of its own that remains of
//!   it in lower case is not counted. Digits, blanks and punctuation are not counted.
//! - A char that does not occur is not in the result.
//! - `workers` is at least 1, and may be more than there are texts. `texts` may be empty. `count` does not panic.
//!
//! Work at the `// TODO`s.

use std::collections::HashMap;

/// How often each letter occurs in all texts together, counted on several threads.
pub fn frequency(texts: &[&str], workers: usize) -> HashMap<char, usize> {
    // TODO: which letters are in one text?
    frequency_with(texts, workers, |text| todo!("count the letters of {text:?}"))
}

/// The sum of what `count` returns for each text, counted on several threads.
pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    // TODO: count on several threads.
    let _ = workers;
    let mut total = HashMap::new();
    for text in texts {
        for (letter, times) in count(text) {
            *total.entry(letter).or_default() += times;
        }
    }
    total
}
