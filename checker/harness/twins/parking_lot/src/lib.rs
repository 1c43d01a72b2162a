//! A stand-in for `parking_lot` whose locks take part in the search over schedules.
//!
//! The locks are those of `shuttle-parking_lot`, which has neither condition variables nor `Once`; those are made
//! here. What `parking_lot` has besides cannot be used in an answer: the compiler names it.

mod condvar;
mod once;

pub use condvar::{Condvar, WaitTimeoutResult};
pub use once::{Once, OnceState};
pub use shuttle_parking_lot::*;
