// right: a channel without room: `f` hands each item over when `g` asks for it

use std::sync::mpsc;
use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let _ = cap;
    let (s, r) = mpsc::sync_channel(0);
    let h = thread::spawn(move || {
        for a in input {
            if s.send(f(a)).is_err() {
                return;
            }
        }
    });
    let v = r.iter().map_while(g).collect();
    drop(r);
    h.join().unwrap();
    v
}
