// wrong: collects the words in a set, which has room for each only once
// finding: matching_words_are_counted: wrong_result

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    let found = Mutex::new(BTreeSet::new());
    thread::scope(|s| {
        for c in words.chunks(share) {
            let found = &found;
            s.spawn(move || {
                for w in c {
                    if pred(w) {
                        found.lock().unwrap().insert(w);
                    }
                }
            });
        }
    });
    found.into_inner().unwrap().len()
}
