//! # Results in the order of the items
//!
//! `map_in_threads` calls a function for every item, each call on a thread of its own, and returns the results.
//! The code below runs all calls at the same time and waits for all of them. Often its results are in the right order.
//! Find out when they are not, and repair `map_in_threads`.
//!
//! Why it matters: threads finish in any order. If item 3 is a small file and item 1 a large one, then result 3 is
//! there first. A program that takes the first result for the result of the first item puts the wrong picture on the
//! wrong page, and it does so only on a day when the disk is slow.
//!
//! ## What must hold
//!
//! - `map_in_threads(items, f)` calls `f` once for each item, and returns all results.
//! - The results are in the order of the items, whatever thread finishes first: the first result is what `f`
//!   returned for the first item.
//! - All calls of `f` can be running at the same time: a call may wait for any other call. So n items need n threads.
//!   The calling thread may be one of them.
//! - It works for every `T` and `R` that are `Send`. Nobody can clone, compare or share items and results. You may
//!   leave out `'static` in the bounds, but do not add a bound.
//! - `items` may be empty. `f` does not panic.
//!
//! You may replace the mutex and everything else in the body; what they do is a matter of later chapters. Here it is
//! enough to know that `results` is one list to which every thread appends.
//!
//! Work at the `// TODO`.

use std::sync::{Arc, Mutex};
use std::thread;

/// Calls `f` for every item, all at the same time, and returns the results in the order of the items.
pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    // TODO: the results must be in the order of the items.
    let results = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::new();
    for item in items {
        let results = Arc::clone(&results);
        threads.push(thread::spawn(move || {
            let result = f(item);
            results.lock().unwrap().push(result);
        }));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    Arc::into_inner(results).unwrap().into_inner().unwrap()
}
