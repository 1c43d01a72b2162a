//! `threadlings run --replay`: the schedule that failed last, on the code as it is now.

use anyhow::Context;

use super::print;
use crate::course::{Course, Exercise};
use crate::exit::{Exit, Stop};
use crate::judge::{Cancel, Demands, Replay, Stage, Workshop};
use crate::kept::{self, Kept};
use crate::report::replay::{Again, json, render};
use crate::source::Source;

/// Runs the kept schedule once more and prints what came of it.
///
/// # Errors
/// If none is kept, or the environment is unfit.
pub fn replay(
    course: &Course,
    exercise: &Exercise,
    source: &Source,
    options: &super::run::RunOptions,
    stage: &(dyn Fn(Stage) + Sync),
) -> anyhow::Result<Exit> {
    let name = &exercise.name;
    let kept = kept::load(course, exercise).with_context(|| format!("the schedule kept of `{name}` cannot be read"))?;
    let none = || {
        Stop::usage(format!(
            "no schedule of `{name}` is kept. `threadlings run {name}` keeps the one that fails, if one does."
        ))
    };
    let Kept { test, schedule, .. } = kept.ok_or_else(none)?;
    let demands = Demands { full_trace: options.trace, ..Demands::default() };
    let cancel = Cancel::new();
    super::end_on_signals(&cancel)?;
    let replay = Workshop::open(course).replay(exercise, source, (&test, &schedule), demands, &cancel, stage)?;
    // The course has changed since.
    let replay = replay.ok_or_else(none)?;
    let passed = matches!(replay, Replay::Passed { .. });
    let again = Again::new(course, exercise, source, &schedule, replay);
    let shown = match options.json {
        true => json(&again) + "\n",
        false => print::paint(&render(&again, print::width(), !options.trace)),
    };
    print::out(&shown)?;
    Ok(if passed { Exit::Success } else { Exit::Failure })
}
