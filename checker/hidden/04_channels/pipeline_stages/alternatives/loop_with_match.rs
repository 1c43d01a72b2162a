// right: the second stage is a loop that drops the receiver itself when it has to stop

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
        let mut items = input.into_iter();
        while let Some(item) = items.next()
            && sender.send(f(item)).is_ok()
        {}
    });
    let mut results = Vec::new();
    while let Ok(item) = between.recv() {
        match g(item) {
            Some(result) => results.push(result),
            None => break,
        }
    }
    drop(between);
    first.join().unwrap();
    results
}
