// wrong: gives each thread a clone of the closure, so callers must be able to clone theirs
// finding: misuse/accepts_a_closure_that_cannot_be_cloned: use_refused

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Clone + Send + 'static,
    R: Send + 'static,
{
    let other = f.clone();
    let first = thread::spawn(f);
    let second = thread::spawn(other);
    (first.join().unwrap(), second.join().unwrap())
}
