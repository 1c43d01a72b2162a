// right: the threads take words from an iterator behind a mutex, and unlock it before they call `pred`

use std::sync::Mutex;
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let rest = Mutex::new(words.iter());
    let count = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..workers.min(words.len()) {
            scope.spawn(|| {
                loop {
                    let next = rest.lock().unwrap().next();
                    let Some(word) = next else { break };
                    if pred(word) {
                        *count.lock().unwrap() += 1;
                    }
                }
            });
        }
    });
    count.into_inner().unwrap()
}
