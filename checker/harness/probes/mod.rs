//! The probes: what hidden tests hand to the learner's code in order to see what it does with it.
//!
//! Each judge compiles these files into its own crate, where `std` is that judge's std: waiting and the points at
//! which a schedule may switch go through it, so that a model sees them. Mere bookkeeping uses `real_std`, which no
//! model sees: it adds no schedules, and orders nothing that the learner's code left unordered.

mod blocker;
mod bomb;
mod drop_ledger;
mod outcome_set;
mod overlap;
mod race_probe;
mod rendezvous;
mod thread_ledger;

use crate::real_std::sync::{Mutex, MutexGuard, PoisonError};

pub use blocker::Blocker;
pub use bomb::Bomb;
pub use drop_ledger::{DropLedger, Item};
pub use outcome_set::OutcomeSet;
pub use overlap::{Inside, Overlap};
pub use race_probe::RaceProbe;
pub use rendezvous::Rendezvous;
pub use thread_ledger::ThreadLedger;

/// Ends the test: the learner's code did what the sentence says.
///
/// Unlike a panic it cannot be caught by the learner's code, nor get lost in a thread that nobody joins.
///
/// ```ignore
/// each_line(&text, |line| {
///     if line.is_empty() {
///         harness::fail("`each_line` hands out an empty line");
///     }
/// });
/// ```
pub fn fail(sentence: impl Into<String>) -> ! {
    crate::engine::fail(sentence.into())
}

/// How many of the learner's threads are alive now; the test's own thread is not counted.
///
/// Catches threads that are left behind.
///
/// ```ignore
/// run(jobs);
/// assert_eq!(harness::threads_alive(), 0, "`run` has returned, but a thread of it is still alive");
/// ```
pub fn threads_alive() -> usize {
    crate::engine::threads_alive()
}

/// Bookkeeping stays usable when a thread died while it held the lock.
fn book<T>(book: &Mutex<T>) -> MutexGuard<'_, T> {
    book.lock().unwrap_or_else(PoisonError::into_inner)
}
