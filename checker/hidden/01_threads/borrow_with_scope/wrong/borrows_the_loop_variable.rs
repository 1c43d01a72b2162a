// wrong: without `move` the closure borrows `worker`, a number that is gone before the thread ends
// finding: compile: E0373

use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for worker in 0..workers {
            handles.push(scope.spawn(|| {
                let own = words.iter().skip(worker).step_by(workers);
                own.filter(|word| pred(word)).count()
            }));
        }
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
