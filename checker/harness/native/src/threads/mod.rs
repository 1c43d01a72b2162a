//! The process's threads, seen from outside: how many there are, whether any can go on, and where each one is.

#[cfg(target_os = "linux")]
mod blocked_threads;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod frames;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod operations;
#[cfg(target_os = "linux")]
mod starting;
#[cfg(target_os = "linux")]
mod tasks;

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{alive, more_than, none_can_go_on, others_rest, this, this_is_the_test, where_they_are};
#[cfg(target_os = "linux")]
pub(crate) use linux::{alive, more_than, none_can_go_on, others_rest, this, this_is_the_test, where_they_are};

/// The system's number of a thread.
pub(crate) type Id = i32;
