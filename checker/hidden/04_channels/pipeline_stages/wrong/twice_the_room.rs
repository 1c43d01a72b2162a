// wrong: twice the room less one, which is right for a `cap` of 1 only
// finding: two_items_may_wait: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (sender, receiver) = mpsc::sync_channel(2 * cap - 1);
    let first = thread::spawn(move || {
        for item in input {
            if sender.send(f(item)).is_err() {
                return;
            }
        }
    });
    let results = receiver.iter().map_while(g).collect();
    drop(receiver);
    first.join().unwrap();
    results
}
