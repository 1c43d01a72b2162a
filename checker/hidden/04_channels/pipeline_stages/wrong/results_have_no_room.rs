// wrong: the second stage waits for room for its results, which are received only when it has ended
// finding: results_are_in_order: deadlock

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (sender, between) = mpsc::sync_channel(cap);
    let (done, results) = mpsc::sync_channel(cap);
    let first = thread::spawn(move || {
        for item in input {
            if sender.send(f(item)).is_err() {
                return;
            }
        }
    });
    let second = thread::spawn(move || {
        for result in between.into_iter().map_while(g) {
            done.send(result).unwrap();
        }
    });
    first.join().unwrap();
    second.join().unwrap();
    results.into_iter().collect()
}
