// wrong: takes two items a round, and between the rounds one stage has nothing to do
// finding: both_stages_go_on_at_the_same_time: deadlock

use std::thread;

pub fn pipeline<A, B, C>(input: Vec<A>, _cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let mut out = Vec::new();
    let mut input = input.into_iter();
    while let Some(a) = input.next() {
        let b = f(a);
        let (c, second) = thread::scope(|s| {
            let c = s.spawn(move || g(b));
            let second = input.next().map(f);
            (c.join().unwrap(), second)
        });
        match c {
            Some(c) => out.push(c),
            None => return out,
        }
        if let Some(b) = second {
            match g(b) {
                Some(c) => out.push(c),
                None => return out,
            }
        }
    }
    out
}
