//! # Move a value into a thread, and get it back
//!
//! `apply_on_thread` lends a value to a function that runs on another thread, and gives the value back.
//! The code below does not compile. The compiler reports three errors with one cause; begin with the first, E0373.
//! It says which value the closure borrows, and why that is not allowed. Then repair `apply_on_thread`; its signature
//! stays as it is.
//!
//! The message also proposes a first step. It is a good one, but it is only half of the way: what a thread owns,
//! nobody else has, until the thread hands it back.
//!
//! Why it matters: `thread::spawn` does not know when its thread ends. The function that called it may return first,
//! and then everything it had borrowed out is gone. In C such a thread reads freed memory. Rust demands instead that
//! the closure owns what it uses.
//!
//! ## What must hold
//!
//! - `apply_on_thread(value, f)` calls `f` once, with the value, on a thread other than the calling one.
//! - It returns the value, as `f` left it, together with what `f` returned.
//! - It works for every `T` and `R` that are `Send + 'static`. Nothing else is asked of them: there may be no way to
//!   clone them, to share them between threads or to make one from nothing. So do not add bounds.
//! - `f` does not panic.
//!
//! Work at the `// TODO`.

use std::thread;

/// Calls `f` with the value on a new thread; returns the value and what `f` returned.
pub fn apply_on_thread<T, R>(mut value: T, f: fn(&mut T) -> R) -> (T, R)
where
    T: Send + 'static,
    R: Send + 'static,
{
    // TODO: the closure may not borrow `value` and `f` from this function.
    let thread = thread::spawn(|| f(&mut value));
    let result = thread.join().unwrap();
    (value, result)
}
