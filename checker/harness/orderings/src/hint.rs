//! `std::hint`, where a spin hint lets other threads run.
#![allow(missing_docs, reason = "std documents what is mirrored here")]

use real_std::panic::Location;

use crate::record;

pub use real_std::hint::*;

#[track_caller]
pub fn spin_loop() {
    record::step(Location::caller(), "spin_loop", |step| {
        step.dull();
    });
    loom::thread::yield_now();
}
