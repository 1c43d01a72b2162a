//! Proving a course: every solution and every alternative passes, every starter and every wrong answer fails, each
//! for the reason it declares.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::Context;
use rayon::prelude::*;
use serde::Serialize;
use threadlings_report::{Blocked, Interleaving, Place, Step, WaitsFor};

use crate::course::{Course, Exercise};
use crate::judge::{Cancel, Demands, JudgeError, Stage, Workshop};
use crate::report::Report;
use crate::source::Source;
use crate::verdict::Verdict;

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
    /// What its interleaving must show.
    pub marks: Vec<Mark>,
}

/// What an interleaving must show, as a wrong answer says it: `//~ lock` at the end of a line, or on a line of its own
/// for the next one. `//~ sender` is where a sender was made that is still alive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The line, from 1.
    pub line: u32,
    /// The operation on it.
    pub operation: String,
}

impl Mark {
    fn is_shown(&self, interleaving: &Interleaving) -> bool {
        // What a thread did right after one another may be one step: `lock, unlock`.
        let is_here = |place: &Option<Place>| place.is_some_and(|place| place.line == self.line);
        let is_meant = |operations: &str| operations.split(", ").any(|operation| operation == self.operation);
        let is_living_sender = |waits: &WaitsFor| match waits {
            WaitsFor::Message { senders } => self.operation == "sender" && senders.iter().any(is_here),
            _ => false,
        };
        let step = |step: &Step| is_here(&step.place) && is_meant(&step.operation);
        let blocked = |blocked: &Blocked| {
            is_living_sender(&blocked.waits_for) || is_here(&blocked.place) && is_meant(&blocked.operation)
        };
        interleaving.steps.iter().any(step) || interleaving.blocked.iter().any(blocked)
    }

    fn is_not_shown(&self) -> String {
        format!("an interleaving without `{}` on line {}", self.operation, self.line)
    }
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
        let mut add = |role, file: PathBuf, expected| -> anyhow::Result<()> {
            let marks = marks(&read(&file)?);
            items.push(Item { exercise, role, file, expected, marks });
            Ok(())
        };
        add(Role::Starter, course.starter(exercise), Some(exercise.starter.clone()))?;
        add(Role::Solution, course.solution(exercise), None)?;
        let folder = course.hidden(exercise);
        for file in answers(&folder.join("wrong"), if course.learners { 2 } else { 0 })? {
            let expected = declared(&file)?;
            add(Role::Wrong, file, Some(expected))?;
        }
        for file in answers(&folder.join("alternatives"), if course.learners { 1 } else { 0 })? {
            add(Role::Alternative, file, None)?;
        }
    }
    Ok(items)
}

fn answers(folder: &Path, least: usize) -> anyhow::Result<Vec<PathBuf>> {
    if least == 0 && !folder.exists() {
        return Ok(Vec::new());
    }
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
    let text = read(file)?;
    let finding = text.lines().take(3).find_map(|line| line.strip_prefix("// finding: "));
    let finding =
        finding.with_context(|| format!("{}:2: a line `// finding: <test>: <kind>` is missing", file.display()))?;
    Ok(finding.trim().to_owned())
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// What an answer says about its interleaving.
fn marks(text: &str) -> Vec<Mark> {
    let marked = (1..).zip(text.lines()).filter_map(|(line, text)| {
        let (code, operation) = text.split_once("//~")?;
        let line = if code.trim().is_empty() { line + 1 } else { line };
        Some(Mark { line, operation: operation.trim().to_owned() })
    });
    marked.collect()
}

/// The first of these marks that the verdict's interleaving does not show.
fn unseen<'a>(marks: &'a [Mark], verdict: &Verdict) -> Option<&'a Mark> {
    let interleaving = match verdict {
        Verdict::Fail(failure) => failure.finding.interleaving.as_ref(),
        Verdict::Pass(_) => None,
    };
    let shows = |mark: &Mark| interleaving.is_some_and(|interleaving| mark.is_shown(interleaving));
    marks.iter().find(|mark| !shows(mark))
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
    let demands = Demands { times, side_by_side: false, remembered: times == 1, ..Demands::default() };
    let judge = |item: &Item<'_>| {
        let source = Source::read(&item.file).map_err(anyhow::Error::from)?;
        let verdict = workshop.judge(item.exercise, &source, demands, cancel, &|_: Stage| ());
        done(item);
        let (found, report) = match verdict {
            Ok(verdict) => {
                let found = verdict.finding_name();
                let unseen = unseen(&item.marks, &verdict).filter(|_| found == item.expected);
                let found = unseen.map(|mark| mark.is_not_shown()).or(found);
                (found, Some(Report::new(course, item.exercise, &source, verdict)))
            }
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
    // One more than there are cores: some answers hang, and only wait for the end of their time.
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let judges = rayon::ThreadPoolBuilder::new().num_threads(cores + 1).build().map_err(anyhow::Error::from)?;
    let judged: Result<Vec<Option<Difference>>, JudgeError> = judges.install(|| items.par_iter().map(judge).collect());
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

#[cfg(test)]
mod tests {
    use threadlings_report::{Finding, Kind};

    use super::*;
    use crate::verdict::{Failure, Proof};

    fn verdict(steps: &[(u32, &str)]) -> Verdict {
        let steps = steps.iter().map(|(line, operation)| Step {
            lane: 0,
            place: Some(Place { line: *line, column: 1 }),
            operation: (*operation).to_owned(),
            object: None,
            ordering: None,
            read: None,
            wrote: None,
            note: None,
            decisive: false,
        });
        let interleaving = Interleaving { steps: steps.collect(), ..Interleaving::default() };
        let finding = Finding { interleaving: Some(interleaving), ..Finding::new(Kind::Deadlock, "") };
        Verdict::Fail(Box::new(Failure {
            at: "compile".into(),
            about: String::new(),
            judge: None,
            finding,
            compiler: None,
            program: None,
            shown: Proof::default(),
        }))
    }

    #[test]
    fn a_mark_is_for_its_own_line_or_for_the_next() {
        let marks = marks("let a = b.lock(); //~ lock\n// lock\n    //~ wait\nmatch c.wait() {}\n");
        let expected = [(1, "lock"), (4, "wait")].map(|(line, operation)| Mark { line, operation: operation.into() });
        assert_eq!(marks, expected);
    }

    #[test]
    fn every_mark_must_be_shown() {
        let marks = marks("//~ unlock\nlock\nload //~ load\n");
        assert_eq!(unseen(&marks, &verdict(&[(2, "lock, unlock"), (3, "load")])), None);
        assert_eq!(unseen(&marks, &verdict(&[(2, "lock"), (3, "load")])), Some(&marks[0]));
        assert_eq!(unseen(&marks, &verdict(&[(2, "unlock"), (4, "load")])), Some(&marks[1]));
        assert_eq!(unseen(&marks, &Verdict::Pass(Proof::default())), Some(&marks[0]));
    }
}
