//! # A scratch buffer for each thread
//!
//! Code that formats, parses or compresses often needs a buffer for a moment. `with_scratch` lends one, so that not
//! every call has to ask for memory. The code below has a single buffer for the whole program, behind a mutex: all
//! threads wait for each other, although none of them wants anything from the others. Give each thread a buffer of its
//! own.
//!
//! Why it matters: what is not shared needs no lock. Allocators, random number generators and loggers keep their state
//! per thread for this reason. But a thread can still come back to the same place while it is there: a function that
//! uses the buffer calls another one that does so, too.
//!
//! ## What must hold
//!
//! - `with_scratch(f)` calls `f` once, with a buffer, and returns what `f` returns. If `f` panics, so does
//!   `with_scratch`.
//! - The buffer is empty when `f` gets it, whatever happened before. That includes a panic of an earlier `f`.
//! - Threads do not wait for each other: any number of them can be inside their `f` at the same time.
//! - `f` may call `with_scratch` itself. The inner call gets another buffer, and the outer one stays as it is. Calls
//!   can be inside each other at any depth.
//! - Memory is kept: a call that is not inside another one gets the buffer that the last such call on the same thread
//!   has used, with the capacity that it had at its end. If that is enough, no memory is asked for. (After a panic the
//!   buffer may be a new one.)
//!
//! Work at the `// TODO`.

use std::sync::Mutex;

// TODO: one buffer for all threads.
static SCRATCH: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Lends an empty buffer to `f`.
pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = SCRATCH.lock().unwrap();
    let result = f(&mut buffer);
    buffer.clear();
    result
}
