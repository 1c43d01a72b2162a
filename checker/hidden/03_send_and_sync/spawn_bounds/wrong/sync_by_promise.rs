// wrong: wraps the closure and promises with `unsafe` what a bound should ask for
// finding: compile: unsafe_code

use std::thread;

struct Shared<F>(F);

// SAFETY: we call it only.
unsafe impl<F> Sync for Shared<F> {}

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R,
    R: Send,
{
    let f = Shared(f);
    thread::scope(|scope| {
        let f = &f;
        let first = scope.spawn(move || (f.0)());
        let second = scope.spawn(move || (f.0)());
        (first.join().unwrap(), second.join().unwrap())
    })
}
