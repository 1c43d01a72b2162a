// wrong: fills the places of the results with defaults first, and asks every caller for one
// finding: misuse/accepts_a_plain_result: use_refused

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Sync,
    R: Send + Default,
{
    let (mut first, mut second) = (R::default(), R::default());
    thread::scope(|scope| {
        scope.spawn(|| first = f());
        scope.spawn(|| second = f());
    });
    (first, second)
}
