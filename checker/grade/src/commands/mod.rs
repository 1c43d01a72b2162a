//! The commands. Only they print.

mod finish;
pub mod grade;
pub mod merge;
mod progress;
