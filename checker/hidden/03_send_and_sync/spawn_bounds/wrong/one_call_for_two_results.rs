// wrong: calls once and clones the result
// finding: both_results_come_back: wrong_result

use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Sync,
    R: Send + Clone,
{
    thread::scope(|scope| {
        let result = scope.spawn(&f).join().unwrap();
        (result.clone(), result)
    })
}
