// wrong: takes the rest out of the channel after the stop, so that the first stage ends, and lets it work for nothing
// finding: none_stops_both_stages: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (sender, between) = mpsc::sync_channel(cap);
    let first = thread::spawn(move || {
        for item in input {
            if sender.send(f(item)).is_err() {
                return;
            }
        }
    });
    let results = between.iter().map_while(g).collect();
    for _ in between {}
    first.join().unwrap();
    results
}
