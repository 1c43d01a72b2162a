//! # Results in the order of the items
//!
//! A thread's result comes back through its handle. The handles are in the order of the items, and so are the results,
//! whatever thread finishes first.

use std::thread;

/// Calls `f` for every item, all at the same time, and returns the results in the order of the items.
///
/// Nothing is shared between the threads, so there is no lock, and no index to keep with each result. A channel of
/// `(index, result)` is the better choice only if the caller wants each result as soon as it is there.
pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    // `collect` is what starts all threads. Iterators are lazy: `map(spawn).map(join)` in one chain would start the
    // second thread only after the first had been joined.
    let threads: Vec<_> = items.into_iter().map(|item| thread::spawn(move || f(item))).collect();
    // Joining in this order costs no time: a thread that has finished meanwhile keeps its result until it is asked.
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
