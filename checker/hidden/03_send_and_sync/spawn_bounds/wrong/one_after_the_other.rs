// wrong: joins the first thread before it starts the second
// finding: the_calls_run_at_the_same_time: deadlock

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Sync,
    R: Send,
{
    thread::scope(|scope| {
        let first = scope.spawn(&f).join().unwrap();
        let second = scope.spawn(&f).join().unwrap();
        (first, second)
    })
}
