//! A model of std in which threads run in any order that the search wants.
//!
//! The learner's file and the hidden tests are compiled against this crate under the name `std`: its root looks like
//! std's, and whatever threads can share is replaced by something that knows the [`engine`] and tells the trace what
//! it does. All threads of a test run on one thread of the operating system, one at a time, and switch only where the
//! engine says so. Everything is sequentially consistent here: weaker orderings are another judge's business.
//!
//! At the same time this is what hidden tests know as `harness`: the probes are at its root. How to write a hidden test
//! is told with the [probes].

#![cfg_attr(modelled_arc, feature(clone_to_uninit, coerce_unsized, dispatch_from_dyn, legacy_receiver_trait, unsize))]

extern crate self as std;
#[doc(hidden)]
pub extern crate std as real_std;

pub use real_std::*;

#[path = "../../probes/allocations.rs"]
mod allocations;
pub mod cell;
#[path = "../../common/collections/mod.rs"]
pub mod collections;
#[doc(hidden)]
pub mod engine;
pub mod hint;
pub mod io;
mod macros;
pub mod panic;
#[doc(hidden)]
pub mod printing;
#[path = "../../probes/mod.rs"]
pub mod probes;
#[path = "../../probes/settle.rs"]
mod settle;
pub mod sync;
#[cfg(modelled_arc)]
#[path = "../../common/task.rs"]
pub mod task;
pub mod thread;
pub mod time;

pub use allocations::Allocations;
pub use engine::process::main;
pub use engine::{all_asleep, alone, few_schedules, printed};
pub use probes::*;
pub use settle::settle;
pub use thread::builder::{refuse_one_thread_after, refuse_threads_after, stack_size};
pub use thread::machine::machine_runs;
