// wrong: adds to a static, which still holds the total of the call before
// finding: a_second_call_counts_anew: wrong_result

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};
use std::thread;

static TOTAL: LazyLock<Mutex<HashMap<char, usize>>> = LazyLock::new(Mutex::default);
pub fn frequency_with(
    texts: &[&str],
    workers: usize,
    count: impl Fn(&str) -> HashMap<char, usize> + Sync,
) -> HashMap<char, usize> {
    let share = texts.len().div_ceil(workers).max(1);
    thread::scope(|s| {
        for c in texts.chunks(share) {
            let count = &count;
            s.spawn(move || {
                for t in c {
                    let counted = count(t);
                    let mut m = TOTAL.lock().unwrap();
                    for (c, n) in counted {
                        *m.entry(c).or_default() += n;
                    }
                }
            });
        }
    });
    TOTAL.lock().unwrap().clone()
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
