// right: the body as it was handed out, with all the bounds that it needs

use std::sync::Arc;
use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send + Sync + 'static,
    R: Send + 'static,
{
    let f = Arc::new(f);
    let other = Arc::clone(&f);
    let first = thread::spawn(move || f());
    let second = thread::spawn(move || other());
    (first.join().unwrap(), second.join().unwrap())
}
