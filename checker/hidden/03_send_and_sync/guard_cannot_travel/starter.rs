//! # A guard cannot travel
//!
//! `finish_elsewhere` appends a head and a tail to a document. The tail is made on another thread, and the head alone
//! must never be seen. The code below locks the document, appends the head, and hands the guard to the other thread for
//! the tail. The compiler refuses that. Find another way.
//!
//! Why it matters: the thread that has locked has to unlock; on some systems anything else breaks the lock. So a guard is
//! not `Send`, and sooner or later you hold one that you would like to give away: to a worker, to a callback, across an
//! `.await`. The first remedy that comes to mind, to unlock and lock again, compiles, and gives everybody a look at a
//! document that is half done.
//!
//! ## What must hold
//!
//! - `finish_elsewhere(doc, head, make_tail)` appends `head` to `doc`, and behind it what `make_tail` returns. When it
//!   returns, both are there.
//! - `make_tail` is called once, and not on the thread that called `finish_elsewhere`.
//! - Other threads lock `doc` at any moment, read what is in it, and append to it. Whoever looks sees the document as it
//!   was before, or with head and tail: never the head without the tail, never the tail without the head, never less
//!   than was there before. What others append stays, and does not come between head and tail.
//! - `make_tail` does not touch `doc`, so you may hold the lock while it runs, if you like. Nobody panics.
//! - When it returns, no thread of yours is left.
//!
//! Work at the `// TODO`.

use std::sync::Mutex;
use std::thread;

/// Appends `head` and what `make_tail` returns to `doc`, as if in one step. `make_tail` runs on another thread.
pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut guard = doc.lock().unwrap();
    guard.extend_from_slice(head);
    thread::scope(|scope| {
        // TODO: the guard belongs to the thread that has locked.
        scope.spawn(move || guard.append(&mut make_tail()));
    });
}
