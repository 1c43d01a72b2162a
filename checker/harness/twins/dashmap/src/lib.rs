//! A stand-in for `dashmap` whose maps take part in the search over schedules: that of `shuttle-dashmap`.
//!
//! It is one map behind one lock, so that every call that can wait for another does so. What `dashmap` has besides
//! cannot be used in an answer: the compiler names it.

pub use shuttle_dashmap::*;

// It knows the engine only through this.
use threadlings_schedules as _;
