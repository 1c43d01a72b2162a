// right: one word a thread, and no more threads than allowed before all of them have ended

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let mut count = 0;
    for wave in words.chunks(workers) {
        count += thread::scope(|scope| {
            let handles: Vec<_> = wave.iter().map(|word| scope.spawn(move || pred(word))).collect();
            let matches = handles.into_iter().map(|handle| handle.join().unwrap());
            matches.filter(|matched| *matched).count()
        });
    }
    count
}
