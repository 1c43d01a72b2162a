//! Proving a course: every solution and every alternative passes, every starter and every wrong answer fails, each
//! for the reason it declares.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::Context;
use rayon::prelude::*;
use serde::Serialize;

use crate::course::{Course, Exercise};
use crate::judge::{Cancel, Demands, JudgeError, Stage, Workshop};
use crate::report::Report;
use crate::source::Source;

/// What a file is to its exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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

/// A file with what its author says about it.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The exercise it answers.
    pub exercise: &'a Exercise,
    /// What it is.
    pub role: Role,
    /// Where it is.
    pub file: PathBuf,
    /// The finding it must be rejected with; none means that it must pass.
    pub expected: Option<String>,
}

/// A file that does not do what its author says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The file, from the root of the course.
    pub file: String,
    /// What it is.
    pub role: Role,
    /// What should have come out: `pass`, or a finding.
    pub expected: String,
    /// What came out.
    pub found: String,
    /// The whole report, if there is one.
    pub report: Option<Report>,
}

/// All files of these exercises that can be judged.
///
/// # Errors
/// If a file is missing or does not declare its finding; the error names file and remedy.
pub fn items<'a>(course: &Course, exercises: &[&'a Exercise]) -> anyhow::Result<Vec<Item<'a>>> {
    let mut items = Vec::new();
    for exercise in exercises {
        let mut add = |role, file, expected| items.push(Item { exercise, role, file, expected });
        add(Role::Starter, course.starter(exercise), Some(exercise.starter.clone()));
        add(Role::Solution, course.solution(exercise), None);
        let folder = course.hidden(exercise);
        let wrong = answers(&folder.join("wrong"), 2)?;
        for file in wrong {
            let expected = declared(&file)?;
            add(Role::Wrong, file, Some(expected));
        }
        for file in answers(&folder.join("alternatives"), 1)? {
            add(Role::Alternative, file, None);
        }
    }
    Ok(items)
}

fn answers(folder: &Path, least: usize) -> anyhow::Result<Vec<PathBuf>> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("{} is missing; an exercise needs it", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.sort();
    if let Some(stray) = files.iter().find(|file| file.extension().is_none_or(|extension| extension != "rs")) {
        anyhow::bail!("{} does not belong there; only Rust files do", stray.display());
    }
    anyhow::ensure!(
        files.len() >= least,
        "{} holds {} files; an exercise needs at least {least}",
        folder.display(),
        files.len()
    );
    Ok(files)
}

/// The finding that a wrong answer declares in its second line: `// finding: two_additions: wrong_result`.
fn declared(file: &Path) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let finding = text.lines().take(3).find_map(|line| line.strip_prefix("// finding: "));
    let finding =
        finding.with_context(|| format!("{}:2: a line `// finding: <test>: <kind>` is missing", file.display()))?;
    Ok(finding.trim().to_owned())
}

/// Judges every item, side by side on all cores, and says which differ from what is declared; in the order of `items`.
/// The hidden tests of each run so many `times`; an outcome that changes is a difference.
///
/// `done` is called after each.
///
/// # Errors
/// If the judging itself fails.
pub fn differences(
    course: &Course,
    workshop: &Workshop,
    items: &[Item<'_>],
    times: u32,
    cancel: &Cancel,
    done: &(dyn Fn(&Item<'_>) + Sync),
) -> Result<Vec<Difference>, JudgeError> {
    let demands = Demands { times, ..Demands::default() };
    let judge = |item: &Item<'_>| {
        let source = Source::read(&item.file).map_err(anyhow::Error::from)?;
        let verdict = workshop.judge(item.exercise, &source, demands, cancel, &|_: Stage| ());
        done(item);
        let (found, report) = match verdict {
            Ok(verdict) => (verdict.finding_name(), Some(Report::new(course, item.exercise, &source, verdict))),
            Err(changed @ JudgeError::Changed(..)) => (Some(changed.to_string()), None),
            Err(error) => return Err(error),
        };
        Ok((found != item.expected).then(|| Difference {
            file: item.file.strip_prefix(&course.root).unwrap_or(&item.file).display().to_string(),
            role: item.role,
            expected: item.expected.clone().unwrap_or_else(|| PASS.into()),
            found: found.unwrap_or_else(|| PASS.into()),
            report,
        }))
    };
    let judged: Result<Vec<Option<Difference>>, JudgeError> = items.par_iter().map(judge).collect();
    Ok(judged?.into_iter().flatten().collect())
}

/// What is expected of, or found in, a file that is right.
const PASS: &str = "pass";

/// Keeps every core busy while `work` runs: verdicts must not depend on who else needs the machine.
pub fn under_load<R>(work: impl FnOnce() -> R) -> R {
    let stop = AtomicBool::new(false);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    std::hint::spin_loop()
                }
            });
        }
        let result = work();
        stop.store(true, Ordering::Relaxed);
        result
    })
}
