// wrong: keeps the results behind an Arc that the threads share: that makes results Sync that need not be
// finding: misuse/accepts_a_result_that_cannot_be_shared: use_refused

use std::sync::{Arc, OnceLock};
use std::thread;

pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Send + Sync + 'static,
    R: Send + Sync + 'static,
{
    let f = Arc::new(f);
    let results = Arc::new((OnceLock::new(), OnceLock::new()));
    let (f_of_first, results_of_first) = (Arc::clone(&f), Arc::clone(&results));
    let first = thread::spawn(move || results_of_first.0.set(f_of_first()).ok());
    let (f_of_second, results_of_second) = (f, Arc::clone(&results));
    let second = thread::spawn(move || results_of_second.1.set(f_of_second()).ok());
    first.join().unwrap();
    second.join().unwrap();
    let (first, second) = Arc::into_inner(results).unwrap();
    (first.into_inner().unwrap(), second.into_inner().unwrap())
}
