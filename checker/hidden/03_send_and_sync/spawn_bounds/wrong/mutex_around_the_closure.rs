// wrong: needs no Sync because a mutex lets one thread at a time call the closure
// finding: the_calls_run_at_the_same_time: deadlock

use std::sync::Mutex;
use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send,
    R: Send,
{
    let f = Mutex::new(f);
    thread::scope(|scope| {
        let first = scope.spawn(|| f.lock().unwrap()());
        let second = scope.spawn(|| f.lock().unwrap()());
        (first.join().unwrap(), second.join().unwrap())
    })
}
