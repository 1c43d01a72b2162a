// wrong: moves the references into the threads, which does not make them live longer
// finding: compile: E0521

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let middle = words.len() / workers.min(2);
    let (left, right) = words.split_at(middle);
    let handle = thread::spawn(move || left.iter().filter(|word| pred(word)).count());
    let right = right.iter().filter(|word| pred(word)).count();
    handle.join().unwrap() + right
}
