//! The commands. Only they print.

pub mod grade;
pub mod merge;
mod progress;
