// wrong: joins each worker before it starts the next
// finding: two_words_at_the_same_time: deadlock

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let share = words.len().div_ceil(workers).max(1);
    let mut count = 0;
    thread::scope(|scope| {
        for chunk in words.chunks(share) {
            let worker = scope.spawn(move || chunk.iter().filter(|word| pred(word)).count());
            count += worker.join().unwrap();
        }
    });
    count
}
