// wrong: asks for FnOnce, which a thread needs, and then has one closure for two threads
// finding: compile: E0382

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    let first = thread::spawn(f);
    let second = thread::spawn(f);
    (first.join().unwrap(), second.join().unwrap())
}
