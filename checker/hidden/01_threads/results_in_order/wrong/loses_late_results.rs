// wrong: `try_iter` takes the results that are there at that moment, and those that come later are lost
// finding: two_results_are_in_order: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let (sender, receiver) = mpsc::channel();
    for (index, item) in items.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || sender.send((index, f(item))));
    }
    let mut results: Vec<(usize, R)> = receiver.try_iter().collect();
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
