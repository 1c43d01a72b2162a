//! `std::thread`, modelled.
#![allow(missing_docs, reason = "std documents what is mirrored here")]

mod builder;
mod current;
mod join;
mod local;
mod scope;
mod start;

use real_std::io;
use real_std::num::NonZero;
use real_std::panic::Location;
use real_std::time::Duration;

use crate::record;

pub use builder::{Builder, spawn};
pub use current::{Thread, ThreadId, current, park, park_timeout};
pub use join::JoinHandle;
pub use local::{AccessError, LocalKey};
pub use real_std::thread::{Result, panicking};
pub use scope::{Scope, ScopedJoinHandle, scope};

#[track_caller]
pub fn yield_now() {
    record::step(Location::caller(), "yield_now", |step| {
        step.dull();
    });
    loom::thread::yield_now();
}

/// Lets other threads run for any length of time, or not at all.
#[track_caller]
pub fn sleep(_: Duration) {
    record::step(Location::caller(), "sleep", |_| ());
    loom::thread::yield_now();
}

/// As in std; here it is always 2.
///
/// # Errors
/// Never.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(NonZero::new(2).expect("2 is not 0"))
}
