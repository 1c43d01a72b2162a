//! # The bounds of a spawner
//!
//! `run_twice` calls a closure on two new threads and returns both results. Its body is fine, but the compiler
//! refuses it: the signature promises nothing about `F` and `R`. Write down what this function needs of them, and
//! nothing else.
//!
//! Why it matters: the bounds of a generic function are its contract. One bound too few, and the function does not
//! compile. One bound too many, and callers who did nothing wrong are refused: they add a `clone` that nobody needs, or
//! a `Mutex` around something that was never shared. Every thread pool and every parallel `map` lives with this
//! signature for years.
//!
//! Ask of each value: does it move to another thread, or come back from one? Do several threads use it through `&`? How
//! long may a thread keep it?
//!
//! ## What must hold
//!
//! - `pub fn run_twice<F, R>(f: F) -> (R, R)` calls `f()` on two new threads, once on each, and both calls run at the
//!   same time. It returns what the two calls returned, in either order. `f` does not panic.
//! - When it returns, both threads have ended.
//! - A closure is accepted if it may move to another thread and several threads may use it at once. In particular
//!   closures that cannot be cloned are accepted.
//! - A result is accepted if it may move to another thread. In particular results are accepted that threads may not
//!   share, and results that cannot be cloned, compared, printed or made by `Default`.
//! - The compiler refuses calls of `run_twice` that would give two threads the same `Rc` or `Cell`, and calls that would
//!   bring an `Rc` back from a thread.
//! - `'static` is up to you: what the threads keep for themselves needs it, what they borrow from `run_twice` does not.
//!
//! You may keep the body or write another one. The checker runs `run_twice`, and compiles small programs that call it
//! with closures and results of many types.
//!
//! Work at the `// TODO`.

use std::sync::Arc;
use std::thread;

/// Calls `f` on two new threads at the same time and returns both results.
// TODO: which bounds do `F` and `R` need?
pub fn run_twice<F, R>(f: F) -> (R, R)
where
    F: Fn() -> R,
{
    let f = Arc::new(f);
    let other = Arc::clone(&f);
    let first = thread::spawn(move || f());
    let second = thread::spawn(move || other());
    (first.join().unwrap(), second.join().unwrap())
}
