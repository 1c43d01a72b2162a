// right: halves words and workers again and again; the caller takes a half each time

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    if workers == 1 || words.len() < 2 {
        return words.iter().filter(|w| pred(w)).count();
    }
    let (a, b) = words.split_at(words.len() / 2);
    thread::scope(|s| {
        let l = s.spawn(|| count_matching(a, workers / 2, pred));
        let r = count_matching(b, workers - workers / 2, pred);
        l.join().unwrap() + r
    })
}
