// wrong: puts the results into a vector and clones them out of it
// finding: misuse/accepts_a_plain_result: use_refused

use std::sync::Mutex;
use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Sync,
    R: Send + Clone,
{
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let result = f();
                results.lock().unwrap().push(result);
            });
        }
    });
    let results = results.into_inner().unwrap();
    (results[0].clone(), results[1].clone())
}
