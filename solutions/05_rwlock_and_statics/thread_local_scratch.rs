//! # A scratch buffer for each thread
//!
//! A thread-local value needs no lock, because no other thread can reach it. It is still shared with one's own later
//! steps: whoever lends it out and then calls unknown code may be asked for it again. So the buffer is taken out for
//! the time of the call, and whoever comes meanwhile finds an empty place.

use std::cell::Cell;

thread_local! {
    /// The buffer of this thread, when nobody uses it. `const`, so that no access has to check whether it is there.
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Lends an empty buffer to `f`.
pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    // `take` leaves an empty `Vec`, which owns no memory. A nested call gets that one. A `RefCell` that stays borrowed
    // while `f` runs would panic there.
    let mut buffer = SCRATCH.take();
    // Before the call, not only after it: nobody has to think about what the last user has left.
    buffer.clear();
    let result = f(&mut buffer);
    // The outer call comes last, so its buffer is the one that is kept. If `f` panics, its buffer is dropped on the way
    // out, and the next call begins with a new one. To keep it even then, a guard would have to put it back in its
    // `drop`.
    SCRATCH.set(buffer);
    result
}
