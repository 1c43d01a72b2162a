//! `threadlings run`: one verdict, printed.

use std::path::PathBuf;

use super::print;
use crate::course::Course;
use crate::exit::{Exit, Stop};
use crate::judge::{Cancel, Demands, Stage, Workshop};
use crate::kept;
use crate::progress::Store;
use crate::report::{Report, json, text};
use crate::source::Source;

/// What to judge and how to show it.
#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    /// The file to judge as an answer; without one, the exercise's own.
    pub file: Option<PathBuf>,
    /// Whether to print JSON.
    pub json: bool,
    /// Whether to show every step of a failing execution.
    pub trace: bool,
    /// Whether to run only the schedule that failed last.
    pub replay: bool,
}

/// Judges the exercise's answer, or the named file in its place, and prints the report.
///
/// # Errors
/// If there is no such exercise, the file cannot be judged, or the environment is unfit.
pub fn run(course: &Course, name: Option<&str>, options: &RunOptions) -> anyhow::Result<Exit> {
    let file = options.file.as_deref();
    let store = Store::of(course);
    let (progress, warning) = store.load();
    if let Some(warning) = warning {
        print::warn(&warning);
    }
    let exercise = super::exercise(course, &progress, name)?;
    let path = file.map_or_else(|| course.answer(exercise), ToOwned::to_owned);
    let source = Source::read(&path).map_err(|error| {
        // A file that was named is part of the command line; the exercise's own is the answer.
        match file {
            Some(_) => Stop { exit: Exit::Usage, message: error.to_string() },
            None => Stop { exit: Exit::Failure, message: error.remedy(course, exercise) },
        }
    })?;

    let stage = |stage| {
        if stage == Stage::Preparing {
            print::note("Building the judges. This happens once and takes about a minute.");
        }
    };
    if options.replay {
        return super::replay::replay(course, exercise, &source, options, &stage);
    }
    let demands = Demands { full_trace: options.trace, ..Demands::default() };
    let cancel = Cancel::new();
    super::end_on_signals(&cancel)?;
    let verdict = Workshop::open(course).judge(exercise, &source, demands, &cancel, &stage)?;
    if file.is_none()
        && let Err(error) = kept::keep(course, exercise, &verdict)
    {
        print::warn(&format!("the schedule that failed cannot be kept for --replay: {error}"));
    }
    let report = Report::new(course, exercise, &source, verdict);
    let passed = report.verdict.is_pass();
    if passed
        && file.is_none()
        && let Err(error) = store.update(|progress| progress.solve(exercise))
    {
        print::warn(&error.to_string());
    }
    let render = if options.trace { text::render_whole } else { text::render };
    let shown = match options.json {
        true => json::render(&report) + "\n",
        false => print::paint(&render(&report, print::width())),
    };
    print::out(&shown)?;
    Ok(if passed { Exit::Success } else { Exit::Failure })
}
