// wrong: two threads call `f`, and what is ready first goes first
// finding: results_are_in_order: wrong_result

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (sender, between) = mpsc::sync_channel(cap);
    let items = Arc::new(Mutex::new(input.into_iter()));
    let workers = [(Arc::clone(&items), sender.clone()), (items, sender)].map(|(items, sender)| {
        thread::spawn(move || {
            loop {
                let item = items.lock().unwrap().next();
                let Some(item) = item else { return };
                if sender.send(f(item)).is_err() {
                    return;
                }
            }
        })
    });
    let results = between.into_iter().map_while(g).collect();
    for worker in workers {
        worker.join().unwrap();
    }
    results
}
