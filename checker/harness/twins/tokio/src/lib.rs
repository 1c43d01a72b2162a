//! A stand-in for `tokio` whose tasks take part in the search over schedules.
//!
//! Its locks, channels, semaphores and macros are those of `shuttle-tokio`. What runs them is made anew here: each
//! task is a modelled thread of its own that waits for a place on the runtime whenever it is polled, so that a task
//! that blocks keeps others from running just as it does in `tokio`; panics come out of a `JoinHandle`; a runtime
//! that is dropped cancels its tasks; and time is the model's, so that a sleep ends when nothing else can happen, or
//! earlier.
//!
//! What `tokio` has and this has not cannot be used in an answer: the compiler names it.

mod executor;
pub mod runtime;
pub mod sync;
pub mod task;
pub mod time;

pub use shuttle_tokio::{join, main, pin, select, task_local, try_join};
pub use task::spawn;

// What the macros expand to.
#[doc(hidden)]
pub use shuttle_tokio::macros;
