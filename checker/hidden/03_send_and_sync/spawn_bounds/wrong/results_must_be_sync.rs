// wrong: asks for Sync results, although nobody shares a result
// finding: misuse/accepts_a_result_that_cannot_be_shared: use_refused

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send + Sync,
    R: Send + Sync,
{
    thread::scope(|scope| {
        let first = scope.spawn(&f);
        let second = scope.spawn(&f);
        (first.join().unwrap(), second.join().unwrap())
    })
}
