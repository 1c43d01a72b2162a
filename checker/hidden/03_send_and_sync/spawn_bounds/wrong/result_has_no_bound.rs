// wrong: bounds the closure and forgets that its result travels, too
// finding: compile: E0277

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send + Sync,
{
    thread::scope(|scope| {
        let first = scope.spawn(&f);
        let second = scope.spawn(&f);
        (first.join().unwrap(), second.join().unwrap())
    })
}
