// right: splits the words in halves again and again; one half goes to a new thread, the caller does the other

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    if workers < 2 || words.len() < 2 {
        return words.iter().filter(|word| pred(word)).count();
    }
    let (left, right) = words.split_at(words.len() / 2);
    thread::scope(|scope| {
        let left = scope.spawn(move || count_matching(left, workers / 2, pred));
        let right = count_matching(right, workers - workers / 2, pred);
        left.join().unwrap() + right
    })
}
