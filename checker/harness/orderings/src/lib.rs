//! A model of std for the `orderings` judge.
//!
//! The learner's file and a hidden test are compiled against this crate under the name `std`. Whatever concurrent code
//! can share or wait for is modelled over loom; everything else is std itself. [`main`] then runs the hidden test once
//! for each execution that the C11 memory model allows, those with the fewest preemptions first.
//!
//! A hidden test sees this crate as `harness`, too; how to write one is told with the [probes].
//!
//! In here, too, `std` is this crate, because the probes are compiled into it. The real one is `real_std`.

#![cfg_attr(arc_coerces, feature(coerce_unsized, dispatch_from_dyn, legacy_receiver_trait, unsize))]

extern crate self as std;
#[doc(hidden)]
pub extern crate std as real_std;

pub use real_std::*;

#[doc(hidden)]
pub mod engine;

pub mod cell;
#[path = "../../common/collections/mod.rs"]
pub mod collections;
pub mod hint;
mod output;
pub mod panic;
#[path = "../../probes/mod.rs"]
pub mod probes;
mod record;
pub mod sync;
#[cfg(arc_coerces)]
#[path = "../../common/task.rs"]
pub mod task;
pub mod thread;
pub mod time;

pub use engine::main;
#[doc(hidden)]
pub use output::print as print_arguments;
pub use probes::*;
