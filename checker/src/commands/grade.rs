//! `threadlings grade`: hands over to the grader, a program of its own.
//!
//! Learners never need it, so it is not built before it is asked for.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::companion::Companion;
use crate::exit::{Exit, Stop};

/// The grader.
const GRADER: Companion = Companion { package: "threadlings-grade", sources: "checker/grade", called: "the grader" };

/// Becomes the grader, called as `threadlings-grade grade ARGUMENTS`.
///
/// # Errors
/// If there is no grader, or it cannot be built.
pub fn run(course: Option<&Path>, color: Option<&str>, arguments: &[OsString]) -> anyhow::Result<Exit> {
    hand_over("grade", course, color, arguments)
}

/// Becomes the grader, which does `command`.
///
/// # Errors
/// If there is no grader, or it cannot be built.
pub fn hand_over(
    command: &str,
    course: Option<&Path>,
    color: Option<&str>,
    arguments: &[OsString],
) -> anyhow::Result<Exit> {
    let Some(grader) = GRADER.find(course)? else {
        let message = format!(
            "the grader is not installed. In a clone of threadlings, call `cargo install --path {}`.",
            GRADER.sources
        );
        return Err(Stop::environment(message).into());
    };
    let mut grader = Command::new(grader);
    grader.arg(command);
    if let Some(course) = course {
        grader.arg("--course").arg(course);
    }
    // Signals, the terminal and the exit code are the grader's own from here on.
    let error = grader.args(color).args(arguments).exec();
    Err(Stop::environment(format!("{} cannot be started: {error}.", GRADER.package)).into())
}
