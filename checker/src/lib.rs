//! The checker: reads a course, judges answers to its exercises and reports what it found.
//!
//! Data flows one way: a file becomes a [`source::Source`], judging it gives a [`verdict::Verdict`], which together
//! with the source text makes a [`report::Report`]; the terminal, JSON and whatever else shows a report read that
//! value. Only [`commands`] and [`watch`] print.
#![forbid(unsafe_code)]

pub mod cli;
pub mod commands;
pub mod course;
pub mod exit;
pub mod installed;
pub mod judge;
pub mod kept;
pub mod partition;
pub mod progress;
pub mod report;
pub mod rules;
pub mod source;
pub mod this_program;
pub mod verdict;
pub mod verify;
pub mod watch;
