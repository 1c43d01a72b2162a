// right: a scope, bounds in the angle brackets, and a Send more than needed

use std::thread;

pub fn run_twice<F: Fn() -> R + Send + Sync, R: Send>(f: F) -> (R, R) {
    thread::scope(|scope| {
        let first = scope.spawn(|| f());
        let second = scope.spawn(|| f());
        (first.join().unwrap(), second.join().unwrap())
    })
}
