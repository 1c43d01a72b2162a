// wrong: gets the pipeline going with the first item, and panics if there is none
// finding: there_may_be_no_items: panic

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
        let first = items.next().unwrap();
        if sender.send(f(first)).is_err() {
            return;
        }
        for item in items {
            if sender.send(f(item)).is_err() {
                return;
            }
        }
    });
    let results = between.into_iter().map_while(g).collect();
    first.join().unwrap();
    results
}
