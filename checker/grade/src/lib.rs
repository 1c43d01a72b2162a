//! Grading a class.
//!
//! Data flows one way: what was handed in is judged ([`pipeline`]) and becomes a [`record::Record`], which is all that
//! the gradebook, the pages and the feedback files are made of. Text that a student wrote enters a record as
//! [`clean::Plain`] only.
#![forbid(unsafe_code)]

pub mod class;
pub mod clean;
pub mod cli;
pub mod commands;
pub mod ingest;
pub mod lint;
pub mod merge;
pub mod output;
pub mod pipeline;
pub mod policy;
pub mod private;
pub mod record;
pub mod sandbox;
pub mod scan;
pub mod similarity;
pub mod stats;
