// wrong: copies the words so that the threads own them, but `pred` is still only borrowed
// finding: compile: E0521

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let mut handles = Vec::new();
    for chunk in words.chunks(words.len().div_ceil(workers).max(1)) {
        let chunk = chunk.to_vec();
        handles.push(thread::spawn(move || chunk.iter().filter(|word| pred(word)).count()));
    }
    handles.into_iter().map(|handle| handle.join().unwrap()).sum()
}
