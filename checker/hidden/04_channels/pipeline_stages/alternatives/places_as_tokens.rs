// right: an unbounded channel, and tokens that go back: without one the first stage does not begin an item

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (sender, between) = mpsc::channel();
    let (back, places) = mpsc::channel();
    for _ in 0..cap + 1 {
        back.send(()).unwrap();
    }
    let first = thread::spawn(move || {
        for item in input {
            if places.recv().is_err() {
                return;
            }
            sender.send(f(item)).ok();
        }
    });
    let mut results = Vec::new();
    for item in between {
        let Some(result) = g(item) else { break };
        results.push(result);
        back.send(()).ok();
    }
    drop(back);
    first.join().unwrap();
    results
}
