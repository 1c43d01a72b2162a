//! How to write hidden tests, and the probes: what they hand to the learner's code in order to see what it does.
//!
#![doc = include_str!("../guide.md")]
//!
//! # A complete example for each judge
//!
//! ## Schedules
//!
//! Two threads write a pair. The tests:
//!
//! `tests.rs`:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/outcome_set/tests.rs"), "```")]
//!
//! An answer that passes:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/outcome_set/solution.rs"), "```")]
//!
//! A wrong one; in some schedule the other writer gets between the two halves:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/outcome_set/wrong/a_lock_for_each_half.rs"), "```")]
//!
//! ## Orderings
//!
//! A lock that spins. No machine on your desk may ever show that the wrong answer is wrong.
//!
//! `tests.rs`:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/race_probe/tests.rs"), "```")]
//!
//! An answer that passes:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/race_probe/solution.rs"), "```")]
//!
//! A wrong one; the two writes race:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/race_probe/wrong/relaxed_unlock.rs"), "```")]
//!
//! ## Native
//!
//! Only real threads use a processor.
//!
//! `tests.rs`:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/cpu_time/tests.rs"), "```")]
//!
//! An answer that passes:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/cpu_time/solution.rs"), "```")]
//!
//! A wrong one:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/cpu_time/wrong/each_does_it_all.rs"), "```")]
//!
//! ## Misuse
//!
//! A container with `unsafe` promises about threads. The exercise names the judges `native` and `misuse`.
//!
//! `tests.rs`, without which there is nothing to misuse:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/bounds/tests.rs"), "```")]
//!
//! `misuse/share_a_cell.rs`, which must be refused:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/bounds/misuse/share_a_cell.rs"), "```")]
//!
//! `misuse/move_a_cell.rs`, which must compile:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/bounds/misuse/move_a_cell.rs"), "```")]
//!
//! An answer that passes:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/bounds/solution.rs"), "```")]
//!
//! A wrong one; the first program compiles:
//!
#![doc = concat!("```ignore\n", include_str!("../examples/bounds/wrong/shares_everything.rs"), "```")]
//!
//! # How the probes are built
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
#[doc = concat!("```ignore\n", include_str!("../examples/fail/tests.rs"), "```")]
pub fn fail(sentence: impl Into<String>) -> ! {
    crate::engine::fail(sentence.into())
}

/// Says what the test is about to call: "`sum(&[])`".
///
/// Where a test makes many calls, a report about a panic of the learner's code would not tell in which of them it was.
///
#[doc = concat!("```ignore\n", include_str!("../examples/calling/tests.rs"), "```")]
pub fn calling(what: impl Into<String>) {
    threadlings_report::panics::calling(what.into());
}

/// How many of the learner's threads are alive now; the test's own thread is not counted.
///
/// Catches threads that are left behind.
///
#[doc = concat!("```ignore\n", include_str!("../examples/threads_alive/tests.rs"), "```")]
pub fn threads_alive() -> usize {
    crate::engine::threads_alive()
}

/// Bookkeeping stays usable when a thread died while it held the lock.
fn book<T>(book: &Mutex<T>) -> MutexGuard<'_, T> {
    book.lock().unwrap_or_else(PoisonError::into_inner)
}
