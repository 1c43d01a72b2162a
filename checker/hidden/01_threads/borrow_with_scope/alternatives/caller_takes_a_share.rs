// right: the caller counts the first share while new threads count the others

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    let count = |words: &[String]| words.iter().filter(|word| pred(word)).count();
    let (own, others) = words.split_at(share.min(words.len()));
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for chunk in others.chunks(share) {
            handles.push(scope.spawn(move || count(chunk)));
        }
        let mut total = count(own);
        for handle in handles {
            total += handle.join().unwrap();
        }
        total
    })
}
