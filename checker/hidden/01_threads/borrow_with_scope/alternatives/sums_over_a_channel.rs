// right: each thread sends its sum, and the caller adds them up until every sender is gone

use std::sync::mpsc;
use std::thread;

pub fn count_matching(words: &[String], workers: usize, pred: &(dyn Fn(&str) -> bool + Sync)) -> usize {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for worker in 0..workers {
            let sender = sender.clone();
            scope.spawn(move || {
                let own = words.iter().skip(worker).step_by(workers);
                sender.send(own.filter(|word| pred(word)).count())
            });
        }
    });
    drop(sender);
    receiver.iter().sum()
}
