// wrong: takes a `cap` of 3 and more for no limit
// finding: five_items_may_wait: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (tx, rx) = mpsc::sync_channel(if cap > 2 { 100 } else { cap });
    thread::scope(|s| {
        s.spawn(move || {
            for a in input {
                if tx.send(f(a)).is_err() {
                    break;
                }
            }
        });
        rx.into_iter().map_while(g).collect()
    })
}
