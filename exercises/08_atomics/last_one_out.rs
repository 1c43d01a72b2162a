//! # The last one out
//!
//! A `Latch` counts threads that arrive, and the last of them calls `on_last`. The count below is atomic, and all the
//! same two threads can both think that they are the last. The report shows how. Repair `arrive`. Then the judge that
//! looks at memory orderings has a word to say: what may `on_last` rely on?
//!
//! Why it matters: the last worker writes the summary, the last user closes the connection, the last owner frees the
//! memory: `Arc` is made like this. If two are the last, something is freed twice. If nobody is, it is never freed. And
//! if the last one does not see what the others have done, it works with half of it.
//!
//! ## What must hold
//!
//! - `Latch::new(n, on_last)` is for `n` threads, at least one. Each of them calls `arrive` once.
//! - When all of them have called it, one of the calls calls `on_last`, on its thread and before it returns. The others
//!   return without waiting for anybody.
//! - `on_last` is called once, and not before the last thread has arrived. If fewer than `n` arrive it is never called.
//! - What each thread did before its `arrive` is visible to `on_last`, whatever memory orderings allow.
//! - `on_last` may take its time, and may call `arrive` of the same latch: a call after the `n`-th does nothing. It
//!   does not panic.
//!
//! How `Latch` counts is up to you: the fields are private.
//!
//! Work at the `// TODO`.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Calls something when the last thread has arrived.
pub struct Latch<F> {
    left: AtomicUsize,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    /// Waits for `n` threads.
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: AtomicUsize::new(n), on_last: Mutex::new(Some(on_last)) }
    }

    /// One of the threads has done its part.
    pub fn arrive(&self) {
        // TODO: who is the last? And what does the last one know of the others?
        self.left.fetch_sub(1, Ordering::Relaxed);
        if self.left.load(Ordering::Relaxed) == 0 {
            let on_last = self.on_last.lock().unwrap().take();
            on_last.expect("two threads were the last")();
        }
    }
}
