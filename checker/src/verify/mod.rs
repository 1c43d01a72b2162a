//! Proving a course: every solution and every alternative passes, every starter and every wrong answer fails, each
//! for the reason it declares.

mod github;
mod human;
mod junit;
mod load;
mod marks;
mod merge;
mod record;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::Context;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

pub use github::render as render_github;
pub use human::{problems, render as render_human};
pub use junit::render as render_junit;
pub use load::under_load;
pub use marks::Mark;
pub use merge::{MergeError, merge};
pub use record::{Judged, SCHEMA, Verification};

use crate::course::{Course, Exercise};
use crate::judge::{Cancel, Demands, JudgeError, Stage, Workshop};
use crate::partition::Partition;
use crate::report::Report;
use crate::rules::answers::declared;
use crate::rules::layout::rust_files;
use crate::source::Source;

/// What a file is to its exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The file as it is handed out.
    Starter,
    /// The solution.
    Solution,
    /// A known misconception.
    Wrong,
    /// Another right answer.
    Alternative,
}

impl Role {
    /// In a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Role::Starter => "starter",
            Role::Solution => "solution",
            Role::Wrong => "wrong answer",
            Role::Alternative => "alternative",
        }
    }
}

/// A file with what its author says about it.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The exercise it answers.
    pub exercise: &'a Exercise,
    /// What it is.
    pub role: Role,
    /// Where it is.
    pub file: PathBuf,
    /// The same, from the root of the course: what a share goes by.
    pub name: String,
    /// Its place among all files of the course that are verified, from 0.
    pub number: usize,
    /// The finding it must be rejected with; none means that it must pass.
    pub expected: Option<String>,
    /// What its interleaving must show.
    pub marks: Vec<Mark>,
}

/// What came out of judging a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The finding it was rejected with, or what else differs from what is declared; none if it passes.
    pub found: Option<String>,
    /// The whole report, unless there was more than one.
    pub report: Option<Report>,
    /// Whether the verdict was known already.
    pub remembered: bool,
}

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is being judged.
    Began,
    /// It has been judged.
    Ended,
}

/// All files of these exercises that can be judged. A wrong answer that does not declare its finding cannot: the rules
/// speak of it.
///
/// # Errors
/// If a file cannot be read.
pub fn items<'a>(course: &Course, exercises: &[&'a Exercise]) -> anyhow::Result<Vec<Item<'a>>> {
    let mut items = Vec::new();
    for exercise in exercises {
        let mut add = |role, file: PathBuf, text: &str, expected| {
            let name = course.shown(&file);
            items.push(Item { exercise, role, file, name, number: items.len(), expected, marks: marks::marks(text) });
        };
        let (starter, solution) = (course.starter(exercise), course.solution(exercise));
        let text = read(&starter)?;
        add(Role::Starter, starter, &text, Some(exercise.starter.clone()));
        let text = read(&solution)?;
        add(Role::Solution, solution, &text, None);
        let folder = course.hidden(exercise);
        for file in rust_files(&folder.join("wrong")) {
            let text = read(&file)?;
            if let (_, Some(finding)) = declared(&text) {
                add(Role::Wrong, file, &text, Some(finding.to_owned()));
            }
        }
        for file in rust_files(&folder.join("alternatives")) {
            let text = read(&file)?;
            add(Role::Alternative, file, &text, None);
        }
    }
    Ok(items)
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// The items that belong to the share.
pub fn share<'a>(items: Vec<Item<'a>>, partition: Partition) -> Vec<Item<'a>> {
    items.into_iter().filter(|item| partition.contains(&item.name)).collect()
}

/// Judges every item, side by side on all cores, and says what came out; in the order of `items`.
///
/// An outcome that is not the same every time, where more than one is demanded, is what was found. `observe` is told of
/// every beginning and end.
///
/// # Errors
/// If the judging itself fails.
pub fn judge(
    course: &Course,
    workshop: &Workshop,
    items: &[Item<'_>],
    demands: Demands,
    cancel: &Cancel,
    observe: &(dyn Fn(Event, &Item<'_>) + Sync),
) -> Result<Vec<Outcome>, JudgeError> {
    let failed = AtomicBool::new(false);
    let judge = |item: &Item<'_>| {
        // The first error ends everything; what comes after it would only cost time.
        if failed.load(Ordering::Relaxed) {
            return Err(JudgeError::Cancelled);
        }
        observe(Event::Began, item);
        let outcome = judge_one(course, workshop, item, demands, cancel);
        failed.fetch_or(outcome.is_err(), Ordering::Relaxed);
        observe(Event::Ended, item);
        outcome
    };
    // One more than there are cores: some answers hang, and only wait for the end of their time.
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let judges = rayon::ThreadPoolBuilder::new().num_threads(cores + 1).build().map_err(anyhow::Error::from)?;
    let outcomes: Vec<Result<Outcome, JudgeError>> = judges.install(|| items.par_iter().map(judge).collect());
    let (outcomes, errors): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    let errors: Vec<JudgeError> = errors.into_iter().filter_map(Result::err).collect();
    let is_cause = |error: &JudgeError| !matches!(error, JudgeError::Cancelled);
    match errors.into_iter().reduce(|first, next| if is_cause(&first) { first } else { next }) {
        Some(error) => Err(error),
        None => Ok(outcomes.into_iter().filter_map(Result::ok).collect()),
    }
}

fn judge_one(
    course: &Course,
    workshop: &Workshop,
    item: &Item<'_>,
    demands: Demands,
    cancel: &Cancel,
) -> Result<Outcome, JudgeError> {
    let source = Source::read(&item.file).map_err(anyhow::Error::from)?;
    let compiled = AtomicBool::new(false);
    let stage = |stage: Stage| {
        compiled.fetch_or(stage == Stage::Compiling, Ordering::Relaxed);
    };
    let verdict = workshop.judge(item.exercise, &source, demands, cancel, &stage);
    let remembered = !compiled.into_inner();
    match verdict {
        Ok(verdict) => {
            let found = verdict.finding_name();
            let unseen = marks::unseen(&item.marks, &verdict).filter(|_| found == item.expected);
            let found = unseen.map(|mark| mark.is_not_shown()).or(found);
            let report = Some(Report::new(course, item.exercise, &source, verdict));
            Ok(Outcome { found, report, remembered })
        }
        Err(changed @ JudgeError::Changed(..)) => {
            Ok(Outcome { found: Some(changed.to_string()), report: None, remembered: false })
        }
        Err(error) => Err(error),
    }
}
