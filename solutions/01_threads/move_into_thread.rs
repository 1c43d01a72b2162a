//! # Move a value into a thread, and get it back
//!
//! `move` makes the closure the owner of the value. What the closure returns comes out of `join`: that is the way
//! back.

use std::thread;

/// Calls `f` with the value on a new thread; returns the value and what `f` returned.
///
/// Ownership goes to the thread and comes back, so neither a copy nor a lock is needed: at every moment exactly one
/// thread has the value. `Arc<Mutex<T>>` would work too, but it is for values that several threads use at the same
/// time, and getting the value out of it again can fail.
pub fn apply_on_thread<T, R>(mut value: T, f: fn(&mut T) -> R) -> (T, R)
where
    T: Send + 'static,
    R: Send + 'static,
{
    let thread = thread::spawn(move || {
        let result = f(&mut value);
        (value, result)
    });
    // `join` returns an error if the thread panicked. `f` does not panic, so there is nothing to decide here.
    //
    // A scoped thread could borrow `value` instead, and then `'static` would not be needed. Prefer that if the value
    // is needed only until this function returns, as it is here; prefer moving if the thread may outlive the caller.
    thread.join().unwrap()
}
