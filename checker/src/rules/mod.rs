//! The rules that a course keeps to besides what the judges say: what can be seen by reading its files.

pub(crate) mod answers;
mod handed_out;
pub(crate) mod layout;
pub mod listing;
pub mod manifest;
mod tools;
pub(crate) mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::course::{Course, Exercise, INFO};
use crate::judge::{Cancel, JudgeError, Workshop};
use crate::partition::Partition;
pub use tools::files as formatted_files;

/// A place in a course that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// The file, from the root of the course.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The rule.
    pub rule: Rule,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// What a course keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Every exercise has all its files.
    Layout,
    /// There are no files that belong to nothing.
    Stray,
    /// Files begin with what they are about.
    Header,
    /// There are three hints, and none is the solution.
    Hints,
    /// An exercise is worth something.
    Points,
    /// The text of a chapter lists its exercises.
    Readme,
    /// What learners get is the starter.
    HandedOut,
    /// What a starter and a wrong answer are to be rejected with exists.
    Finding,
    /// Each judge has tests, and each test says what it shows.
    Tests,
    /// `exercises/Cargo.toml` and `solutions/Cargo.toml` list the exercises.
    Manifest,
    /// Files are formatted.
    Format,
    /// Solutions give clippy nothing to say.
    Clippy,
}

impl Rule {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Layout => "layout",
            Rule::Stray => "stray",
            Rule::Header => "header",
            Rule::Hints => "hints",
            Rule::Points => "points",
            Rule::Readme => "readme",
            Rule::HandedOut => "handed-out",
            Rule::Finding => "finding",
            Rule::Tests => "tests",
            Rule::Manifest => "manifest",
            Rule::Format => "format",
            Rule::Clippy => "clippy",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {} [{}]", self.file, self.line, self.message, self.rule.name())
    }
}

/// What is looked at: exercises of a course, and whether also what belongs to none of them alone.
#[derive(Clone, Debug)]
pub struct Scope<'a> {
    /// The course.
    pub course: &'a Course,
    /// The exercises, in the order of the course.
    pub exercises: Vec<&'a Exercise>,
    /// Whether to look for stray files and at manifests and READMEs.
    pub common: bool,
}

impl<'a> Scope<'a> {
    /// What belongs to that share. What belongs to no exercise alone is looked at only if the course is there whole.
    pub fn new(course: &'a Course, exercises: &[&'a Exercise], partition: Partition) -> Self {
        let is_whole = exercises.len() == course.exercises().count();
        let is_here = |exercise: &&&Exercise| partition.contains(&exercise.shown_path());
        let exercises = exercises.iter().filter(is_here).copied().collect();
        Scope { course, exercises, common: is_whole && partition.contains(INFO) }
    }
}

/// Everything that breaks a rule, in the order of files and lines.
///
/// # Errors
/// If it was cancelled, or the tools that look at the code do not work.
pub fn check(scope: &Scope<'_>, workshop: &Workshop, cancel: &Cancel) -> Result<Vec<Problem>, JudgeError> {
    let mut notes = read(scope);
    tools::check(scope, workshop, cancel, &mut notes)?;
    Ok(notes.sorted())
}

/// What can be seen without other programs.
fn read<'a>(scope: &Scope<'a>) -> Notes<'a> {
    let mut notes = Notes { course: scope.course, problems: Vec::new(), texts: BTreeMap::new() };
    for exercise in &scope.exercises {
        layout::check(exercise, &mut notes);
        answers::check(exercise, &mut notes);
        if scope.course.learners {
            words::check(exercise, &mut notes);
            handed_out::check(exercise, &mut notes);
        }
    }
    if scope.common {
        layout::find_strays(&mut notes);
        if scope.course.learners {
            listing::check(&mut notes);
            manifest::check(&mut notes);
        }
    }
    notes
}

/// What has been found so far.
struct Notes<'a> {
    course: &'a Course,
    problems: Vec<Problem>,
    /// Files that were read, by path from the root of the course: none where there is no text.
    texts: BTreeMap<String, Option<String>>,
}

impl Notes<'_> {
    fn add(&mut self, file: &Path, line: usize, rule: Rule, message: impl Into<String>) {
        self.problems.push(Problem { file: self.course.shown(file), line, rule, message: message.into() });
    }

    /// A problem with what `info.toml` says in that line.
    fn add_to_info(&mut self, line: usize, rule: Rule, message: impl Into<String>) {
        self.add(&self.course.root.join(INFO), line, rule, message);
    }

    /// The text of a file; what cannot be read is a problem the first time.
    fn text(&mut self, file: &Path) -> Option<String> {
        let name = self.course.shown(file);
        if let Some(text) = self.texts.get(&name) {
            return text.clone();
        }
        let text = match std::fs::read_to_string(file) {
            Ok(text) => Some(text),
            Err(error) => {
                self.add(file, 1, Rule::Layout, format!("cannot be read: {error}"));
                None
            }
        };
        self.texts.insert(name, text.clone());
        text
    }

    fn sorted(mut self) -> Vec<Problem> {
        self.problems.sort();
        self.problems.dedup();
        self.problems
    }
}
