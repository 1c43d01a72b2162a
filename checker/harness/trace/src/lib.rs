//! Records what modelled threads do, and turns it into the interleaving of a report.
//!
//! Both models of std run all their threads on one thread of the operating system, so everything in here is kept in
//! thread-local state and needs no locks. A model calls [`begin_execution`] before each execution and describes what
//! its threads do as they do it. Unless [`recording`](set_recording) is on, which it is in the one execution that is
//! shown, those calls return at once: they neither format nor allocate.

#![cfg_attr(specializes, feature(specialization), allow(incomplete_features, reason = "one trait, of two cases"))]

mod busy;
mod claims;
mod execution;
mod finding;
mod identity;
mod interleaving;
mod output;
mod panics;
mod remarks;
mod selection;
mod spinning;
mod statics;
mod steps;
mod values;
mod waiting;

use std::panic::Location;

pub use claims::{happened, must_happen, unmet_claim};
pub use execution::{
    begin_execution, configure, execution, in_learner_file, is_learner_file, is_recording, place, set_recording,
    thread_name, thread_started,
};
pub use finding::{deadlock, last_place, livelock, of_passed_execution, panic, with_execution};
pub use identity::Identity;
pub use output::{LIMIT as OUTPUT_LIMIT, Stream, TooMuchOutput, print, printed, standard_output};
pub use panics::{Deliberate, panicked};
pub use spinning::repeats;
pub use statics::{Reset, keep_program_data, look_at_statics, put_back_program_data};
pub use steps::{Draft, remark, step, step_at, take_back};
pub use values::{debug_text, is_formatting, number_text, register_value_type, show_learners_types, value_text};
pub use waiting::{
    Cause, enters_probe, gives_back, goes_on, leaves_probe, sender_dropped, sender_made, takes, waits, waits_at,
};

/// Where an operation was called, as `#[track_caller]` knows it.
pub type Caller = &'static Location<'static>;
