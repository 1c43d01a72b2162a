//! `threadlings run`: one verdict, printed.

use std::path::Path;

use super::print;
use crate::course::Course;
use crate::exit::{Exit, Stop};
use crate::judge::{Cancel, Stage, Workshop};
use crate::progress::Store;
use crate::report::{Report, json, text};
use crate::source::Source;

/// Judges the exercise's answer, or `file` in its place, and prints the report.
///
/// # Errors
/// If there is no such exercise, the file cannot be judged, or the environment is unfit.
pub fn run(course: &Course, name: Option<&str>, file: Option<&Path>, as_json: bool) -> anyhow::Result<Exit> {
    let store = Store::of(course);
    let (progress, warning) = store.load();
    if let Some(warning) = warning {
        print::warn(&warning);
    }
    let exercise = super::exercise(course, &progress, name)?;
    let path = file.map_or_else(|| course.answer(exercise), Path::to_owned);
    let source = Source::read(&path).map_err(|error| {
        // A file that was named is part of the command line; the exercise's own is the answer.
        let exit = if file.is_some() { Exit::Usage } else { Exit::Failure };
        Stop { exit, message: error.to_string() }
    })?;

    let cancel = Cancel::new();
    super::end_on_signals(&cancel)?;
    let verdict = Workshop::open(course).judge(exercise, &source, &cancel, &|stage| {
        if stage == Stage::Preparing {
            print::note("Building the judges. This happens once and takes about a minute.");
        }
    })?;
    let report = Report::new(course, exercise, &source, verdict);
    let passed = report.verdict.is_pass();
    if passed
        && file.is_none()
        && let Err(error) = store.update(|progress| progress.solve(exercise))
    {
        print::warn(&error.to_string());
    }
    let shown =
        if as_json { json::render(&report) + "\n" } else { print::paint(&text::render(&report, print::width())) };
    print::out(&shown)?;
    Ok(if passed { Exit::Success } else { Exit::Failure })
}
