// right: starts a thread for each call of `g`, and calls `f` for the next item meanwhile

use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, _cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let mut out = Vec::new();
    let mut input = input.into_iter();
    let mut ready = input.next().map(f);
    while let Some(b) = ready {
        let (c, next) = thread::scope(|s| {
            let c = s.spawn(move || g(b));
            let next = input.next().map(f);
            (c.join().unwrap(), next)
        });
        match c {
            Some(c) => out.push(c),
            None => return out,
        }
        ready = next;
    }
    out
}
