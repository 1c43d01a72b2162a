// right: each thread writes its result into a place of its own

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Sync,
    R: Send,
{
    let (mut first, mut second) = (None, None);
    thread::scope(|scope| {
        scope.spawn(|| first = Some(f()));
        scope.spawn(|| second = Some(f()));
    });
    first.zip(second).unwrap()
}
