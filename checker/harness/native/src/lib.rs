//! The native judge: a hidden test runs once, on real threads, in a process of its own.
//!
//! A hidden test sees this crate as `harness`; how to write one is told with the [probes]. It holds these, and the [`main`] that runs one test and tells
//! the checker how it ended, even if it never ends: a watchdog sees when no thread can go on, and says where each one
//! is stuck.
#![deny(unsafe_code)]

#[path = "../../probes/allocations.rs"]
mod allocations;
mod broken;
mod cpu_time;
mod ending;
mod engine;
mod judge;
mod memory;
mod panics;
#[path = "../../probes/mod.rs"]
pub mod probes;
#[path = "../../probes/settle.rs"]
mod settle;
mod threads;
mod watchdog;

/// The std that no judge puts a model in the place of: here the only one there is.
#[doc(hidden)]
pub extern crate std as real_std;

pub use allocations::Allocations;
pub use broken::hand_over_broken;
pub use cpu_time::CpuTime;
pub use judge::main;
pub use probes::*;
pub use settle::settle;

/// Nothing to do for a test that real threads run once: for tests that name `schedules`, too.
pub fn few_schedules(_of_each_kind: u64) {}
