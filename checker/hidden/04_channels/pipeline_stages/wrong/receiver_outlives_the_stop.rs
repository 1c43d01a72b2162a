// wrong: keeps the receiver while it waits for the first stage, which waits for room
// finding: none_stops_both_stages: deadlock

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
        scope.spawn(move || {
            for item in input {
                if sender.send(f(item)).is_err() {
                    return;
                }
            }
        });
        between.iter().map_while(g).collect()
    })
}
