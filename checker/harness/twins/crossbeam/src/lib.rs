//! A stand-in for `crossbeam` whose channels take part in the search over schedules.
//!
//! They are made here, over the threads and the clock of the model; errors and what threads cannot notice are
//! `crossbeam`'s own. A thread that waits, at one channel or in a `select!` at several, is asleep until one of them
//! changes or its time is up, so that a deadlock is found, and a loop that never sleeps too.
//!
//! What `crossbeam` has besides cannot be used in an answer: the compiler names it.

pub mod channel;
pub mod thread;
pub mod utils;

pub use thread::scope;
