//! # A guard cannot travel
//!
//! A guard says: this thread has locked. A sentence with "this thread" in it cannot be handed to another thread. What
//! can be handed over is the result of the work, here the tail, or a reference to the lock itself.

use std::sync::Mutex;
use std::thread;

/// Appends `head` and what `make_tail` returns to `doc`, as if in one step. `make_tail` runs on another thread.
pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    // First everything that takes time and needs no lock. `make_tail` may borrow, so the thread lives in a scope. Its
    // result comes back through `join`; `make_tail` does not panic, so there is one.
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());

    // Then head and tail under one guard: nobody comes in between, and nobody has waited for `make_tail`.
    //
    // Also right: the other thread locks, because a `&Mutex` may travel, and appends both itself. Or this thread keeps
    // the guard and lends its contents to the other one, as a `&mut Vec<u8>`. Both are worth it only if the tail depends
    // on the document; here they would keep readers out for as long as `make_tail` takes.
    let mut doc = doc.lock().unwrap();
    doc.extend_from_slice(head);
    doc.extend_from_slice(&tail);
}
