// wrong: makes one of the calls itself instead of on a new thread
// finding: each_call_has_a_new_thread: wrong_result

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Sync,
    R: Send,
{
    thread::scope(|scope| {
        let other = scope.spawn(&f);
        let own = f();
        (own, other.join().unwrap())
    })
}
