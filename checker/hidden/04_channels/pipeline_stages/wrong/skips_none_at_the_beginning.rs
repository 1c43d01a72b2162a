// wrong: skips a `None` as long as there is no result
// finding: none_for_the_first_item: wrong_result

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
    for b in r {
        match g(b) {
            Some(c) => v.push(c),
            None if v.is_empty() => continue,
            None => break,
        }
    }
    h.join().unwrap();
    v
}
