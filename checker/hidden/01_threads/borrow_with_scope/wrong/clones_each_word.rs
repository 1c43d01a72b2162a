// wrong: clones every word before it asks `pred`
// finding: words_are_not_copied: wrong_result

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    let mut count = 0;
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for chunk in words.chunks(share) {
            handles.push(scope.spawn(move || {
                let mut count = 0;
                for word in chunk {
                    let word = word.clone();
                    if pred(&word) {
                        count += 1;
                    }
                }
                count
            }));
        }
        for handle in handles {
            count += handle.join().unwrap();
        }
    });
    count
}
