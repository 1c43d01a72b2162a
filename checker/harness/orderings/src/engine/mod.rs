//! Runs a hidden test in all its executions; what the probes need from that.

mod again;
pub(crate) mod arcs;
mod cell_slot;
pub(crate) mod execution;
pub(crate) mod fences;
pub(crate) mod finish;
mod first_use;
pub(crate) mod held_locks;
pub(crate) mod large_stack;
pub(crate) mod panics;
mod race;
pub(crate) mod readers;
mod search;
mod source;
pub(crate) mod spares;
pub(crate) mod spinning;
pub(crate) mod spurious;
pub(crate) mod touch;
mod tracked_cell;
pub(crate) mod unwinding;
mod verdict;
#[path = "../../../common/watchdog.rs"]
pub(crate) mod watchdog;

pub(crate) use cell_slot::{Access, CellSlot};
pub use execution::{current_thread, threads_alive};
pub use finish::fail;
pub(crate) use first_use::FirstUse;
pub use search::{explore, main};
pub(crate) use source::access;
pub use threadlings_trace::{Deliberate, must_happen};
pub use tracked_cell::TrackedCell;

use crate::record::Waiting;

/// What a claim of this key demands has happened.
pub fn happened(key: &str) {
    threadlings_trace::happened(key);
}

/// The current thread does something in a probe that belongs into every report.
pub fn remark(what: &'static str) {
    threadlings_trace::remark(current_thread(), what);
}

/// Calls a block of this thread a wait for what `sentence` says, for as long as the returned value lives; `stuck` says
/// in a few words what does not come.
pub fn waiting(sentence: &str, stuck: &'static str) -> impl Drop {
    Waiting::new(sentence, stuck)
}
