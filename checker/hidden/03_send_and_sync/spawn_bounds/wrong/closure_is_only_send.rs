// wrong: thinks that whatever goes to a thread must be Send, and stops there
// finding: compile: E0277

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send,
    R: Send,
{
    thread::scope(|scope| {
        let first = scope.spawn(&f);
        let second = scope.spawn(&f);
        (first.join().unwrap(), second.join().unwrap())
    })
}
