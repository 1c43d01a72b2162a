//! # The bounds of a spawner
//!
//! Every bound answers one question about one value.
//!
//! - Both threads call the same `f` through `&F`, and a `&F` may move to another thread exactly if `F` is `Sync`.
//! - Each result comes back from another thread: `R` is `Send`. No two threads ever look at one result, so `R` need not
//!   be `Sync`; nobody copies it, so it need not be `Clone`.

use std::thread;

/// Calls `f` on two new threads at the same time and returns both results.
///
/// With `thread::spawn` the threads would own `f` together, in an `Arc`. Then `F` would have to be `Send` as well (the
/// thread that ends last drops it), and `F` and `R` would have to be `'static` (nobody knows how long a spawned thread
/// lives). A scope ends its threads before `f` goes away: they borrow, and three bounds are gone. Callers may borrow,
/// too.
pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R + Sync,
    R: Send,
{
    thread::scope(|scope| {
        // Both threads exist before the first join, so both calls run at the same time.
        let first = scope.spawn(&f);
        let second = scope.spawn(&f);
        // `f` does not panic, so neither does `join`.
        (first.join().unwrap(), second.join().unwrap())
    })
}
