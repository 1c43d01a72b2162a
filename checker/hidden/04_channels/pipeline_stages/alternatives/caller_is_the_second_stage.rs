// right: a thread calls `f`, the calling thread calls `g` and then joins

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
    let results = between.into_iter().map_while(g).collect();
    first.join().unwrap();
    results
}
