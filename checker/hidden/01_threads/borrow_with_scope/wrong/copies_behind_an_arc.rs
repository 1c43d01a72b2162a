// wrong: asks `pred` about the words themselves, but copies them all to have something to share
// finding: words_are_not_copied: wrong_result

use std::sync::Arc;
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let shared: Arc<Vec<String>> = Arc::new(words.to_vec());
    let share = shared.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let handles: Vec<_> = (0..shared.len())
            .step_by(share)
            .map(|start| {
                let shared = Arc::clone(&shared);
                scope.spawn(move || {
                    let end = shared.len().min(start + share);
                    (start..end).filter(|index| pred(&words[*index])).count()
                })
            })
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
