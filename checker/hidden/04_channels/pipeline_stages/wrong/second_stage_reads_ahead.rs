// wrong: the second stage takes the next item out before it works on the one it has
// finding: not_too_much_is_under_way: wrong_result

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let (s, r) = mpsc::sync_channel(cap);
    let h = thread::spawn(move || {
        for a in input {
            if s.send(f(a)).is_err() {
                return;
            }
        }
    });
    let mut v = vec![];
    let mut next = r.recv().ok();
    while let Some(b) = next {
        next = r.try_recv().ok();
        match g(b) {
            Some(c) => v.push(c),
            None => break,
        }
        if next.is_none() {
            next = r.recv().ok();
        }
    }
    drop(r);
    h.join().unwrap();
    v
}
