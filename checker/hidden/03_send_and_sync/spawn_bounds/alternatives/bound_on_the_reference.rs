// right: says what moves to the threads: not the closure but a reference to it

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R,
    for<'a> &'a F: Send,
    R: Send,
{
    thread::scope(|scope| {
        let first = scope.spawn(|| f());
        let second = scope.spawn(|| f());
        (first.join().unwrap(), second.join().unwrap())
    })
}
