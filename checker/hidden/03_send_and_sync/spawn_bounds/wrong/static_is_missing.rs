// wrong: spawns threads that may live for ever, with a closure that may not
// finding: compile: E0310

use std::sync::Arc;
use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send + Sync,
    R: Send,
{
    let f = Arc::new(f);
    let other = Arc::clone(&f);
    let first = thread::spawn(move || f());
    let second = thread::spawn(move || other());
    (first.join().unwrap(), second.join().unwrap())
}
