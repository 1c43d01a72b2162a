//! What was verified and what came of it: the value that every output is made of.

use serde::{Deserialize, Serialize};

use super::{Item, Outcome, Role};
use crate::partition::Partition;
use crate::report::{Report, text};
use crate::rules::Problem;

/// The form of the JSON that [`Verification`] becomes. The number grows when a reader would have to change.
pub const SCHEMA: &str = "threadlings/verify/v1";

/// Columns of the reports that are kept as text.
const COLUMNS: u16 = 100;

/// Files of a course that were judged, and what came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verification {
    /// [`SCHEMA`].
    pub schema: String,
    /// The title of the course.
    pub course: String,
    /// Its folder, from the one that the program was called in; empty if they are the same.
    pub folder: String,
    /// What was judged by what, as a number: shares belong together if it is the same.
    pub fingerprint: String,
    /// Which share of the files this is.
    pub partition: Partition,
    /// The exercises, in the order of the course.
    pub exercises: Vec<String>,
    /// How many files all shares have together.
    pub total: usize,
    /// How often each file was judged.
    pub repeated: u32,
    /// What breaks a rule, in the order of files and lines.
    #[serde(default)]
    pub problems: Vec<Problem>,
    /// The files of this share, in the order of the course.
    pub files: Vec<Judged>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// One file and what came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// Its place among the files of all shares, from 0.
    pub number: usize,
    /// The file, from the root of the course.
    pub file: String,
    /// The folder of its chapter.
    pub chapter: String,
    /// The exercise it answers.
    pub exercise: String,
    /// What it is.
    pub role: Role,
    /// What should come out: `pass`, or a finding.
    pub expected: String,
    /// What came out.
    pub found: String,
    /// Whether the verdict was known already.
    pub remembered: bool,
    /// How long judging it took, in seconds.
    pub seconds: f64,
    /// The report as a text, if something else came out than should.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The report itself, where it is still at hand.
    #[serde(skip)]
    pub report: Option<Report>,
}

/// What is expected of, or found in, a file that is right.
const PASS: &str = "pass";

impl Judged {
    /// What came of the item, after so many seconds.
    pub fn new(item: &Item<'_>, outcome: Outcome, seconds: f64) -> Self {
        let name = |finding: Option<String>| finding.unwrap_or_else(|| PASS.into());
        let report = outcome.report.filter(|_| outcome.found != item.expected);
        Judged {
            number: item.number,
            file: item.name.clone(),
            chapter: item.exercise.chapter.clone(),
            exercise: item.exercise.name.clone(),
            role: item.role,
            expected: name(item.expected.clone()),
            found: name(outcome.found),
            remembered: outcome.remembered,
            seconds,
            text: report.as_ref().map(|report| text::render(report, COLUMNS).to_string()),
            report,
        }
    }

    /// Whether something else came out than should.
    pub fn differs(&self) -> bool {
        self.expected != self.found
    }
}

impl Verification {
    /// Whether everything is as it should be.
    pub fn holds(&self) -> bool {
        self.problems.is_empty() && self.differences().next().is_none()
    }

    /// The files of which something else came out than should.
    pub fn differences(&self) -> impl Iterator<Item = &Judged> {
        self.files.iter().filter(|judged| judged.differs())
    }

    /// What differs and what rules are broken, in numbers.
    pub(super) fn counts(&self) -> String {
        let differ = self.differences().count();
        match self.problems.len() {
            0 => format!("{differ} differ"),
            1 => format!("{differ} differ, 1 rule is broken"),
            broken => format!("{differ} differ, rules are broken in {broken} places"),
        }
    }

    /// The chapters that have files here, in the order of the course.
    pub(super) fn chapters(&self) -> Vec<Chapter<'_>> {
        let mut chapters: Vec<Chapter<'_>> = Vec::new();
        for judged in &self.files {
            match chapters.last_mut() {
                Some(last) if last.name == judged.chapter => last.files.push(judged),
                _ => chapters.push(Chapter { name: &judged.chapter, files: vec![judged] }),
            }
        }
        chapters
    }
}

/// A chapter's part of it.
pub(super) struct Chapter<'a> {
    /// The folder.
    pub(super) name: &'a str,
    /// The files, in order.
    pub(super) files: Vec<&'a Judged>,
}

impl Chapter<'_> {
    /// How many exercises the files belong to.
    pub(super) fn exercises(&self) -> usize {
        let mut names: Vec<&str> = self.files.iter().map(|judged| judged.exercise.as_str()).collect();
        names.dedup();
        names.len()
    }

    /// How many files differ.
    pub(super) fn differ(&self) -> usize {
        self.files.iter().filter(|judged| judged.differs()).count()
    }

    /// How long judging took, in seconds of each thread that judged.
    pub(super) fn seconds(&self) -> f64 {
        self.files.iter().map(|judged| judged.seconds).sum()
    }
}

#[cfg(test)]
pub(super) mod sample {
    use super::*;
    use crate::rules::Rule;

    /// A file that came out as it should, unless something else was `found`.
    pub(in crate::verify) fn judged(number: usize, exercise: &str, role: Role, found: &str) -> Judged {
        let (chapter, name) = exercise.split_once('/').unwrap();
        let (file, expected) = match role {
            Role::Starter => (format!("checker/hidden/{exercise}/starter.rs"), "jobs_run: deadlock"),
            Role::Solution => (format!("solutions/{exercise}.rs"), PASS),
            Role::Wrong => (format!("checker/hidden/{exercise}/wrong/one_thread.rs"), "jobs_run: deadlock"),
            Role::Alternative => (format!("checker/hidden/{exercise}/alternatives/scope.rs"), PASS),
        };
        let found = if found.is_empty() { expected } else { found };
        Judged {
            number,
            file,
            chapter: chapter.into(),
            exercise: name.into(),
            role,
            expected: expected.into(),
            found: found.into(),
            remembered: false,
            seconds: 0.25,
            text: (found != expected).then(|| "✓ spawn_and_join is solved\n\nShown: 4 tests on real threads.".into()),
            report: None,
        }
    }

    /// A rule that is broken.
    pub(in crate::verify) fn problem() -> Problem {
        Problem {
            file: "exercises/01_threads/spawn_and_join.rs".into(),
            line: 7,
            rule: Rule::HandedOut,
            message: "differs from the starter.".into(),
        }
    }

    /// Four files of two chapters, of which one differs.
    pub(in crate::verify) fn verification() -> Verification {
        let files = vec![
            judged(0, "01_threads/spawn_and_join", Role::Starter, ""),
            judged(1, "01_threads/spawn_and_join", Role::Wrong, PASS),
            judged(2, "01_threads/main_exits_first", Role::Solution, ""),
            judged(3, "02_locks/mutex_counter", Role::Alternative, ""),
        ];
        Verification {
            schema: SCHEMA.into(),
            course: "Threads & locks".into(),
            folder: String::new(),
            fingerprint: "0f".into(),
            partition: Partition::WHOLE,
            exercises: ["spawn_and_join", "main_exits_first", "mutex_counter"].map(str::to_owned).into(),
            total: files.len(),
            repeated: 1,
            problems: Vec::new(),
            files,
            seconds: 1.5,
        }
    }
}
