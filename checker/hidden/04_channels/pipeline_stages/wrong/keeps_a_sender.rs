// wrong: keeps a sender while it receives, so the second stage never ends
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
    thread::scope(|scope| {
        scope.spawn(|| {
            for item in input {
                if sender.send(f(item)).is_err() {
                    return;
                }
            }
        });
        between.into_iter().map_while(g).collect()
    })
}
