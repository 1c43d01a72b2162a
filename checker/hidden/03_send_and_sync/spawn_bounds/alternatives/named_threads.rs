// right: threads from a Builder, and results behind a mutex

use std::sync::Mutex;
use std::thread::{self, Builder};

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Sync + Fn() -> R,
    R: Send,
{
    let results = Mutex::new(Vec::with_capacity(2));
    thread::scope(|scope| {
        for name in ["first", "second"] {
            let run = || {
                let result = f();
                results.lock().unwrap().push(result);
            };
            Builder::new().name(name.into()).spawn_scoped(scope, run).unwrap();
        }
    });
    let mut results = results.into_inner().unwrap().into_iter();
    results.next().zip(results.next()).unwrap()
}
