//! The record: everything that is known about a graded class, as one value and one JSON file.
//!
//! Whatever `grade` writes besides, is made from this value alone. Times that judging took are in fields named `timing`
//! and nowhere else: without them, equal submissions give equal bytes.
//!
//! The form of the JSON is versioned by [`SCHEMA`], which changes when a reader would have to.

mod answer;
mod feedback;
mod points;
#[cfg(test)]
pub(crate) mod sample;
mod words;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

pub use answer::{
    Answer, Clock, Feedback, Found, Held, Line, NotGraded, Outcome, Picture, Resource, Row, Timing, Trust, TrustLevel,
};
pub use points::Points;

use crate::clean::Plain;
use crate::similarity::Similar;

/// The name and version of the form of the JSON.
pub const SCHEMA: &str = "threadlings/grade/v1";

/// A graded class, or one share of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// [`SCHEMA`].
    pub schema: String,
    /// What was graded.
    pub course: CourseStamp,
    /// How it was graded.
    pub settings: Settings,
    /// Which part of the class this is.
    pub share: Share,
    /// What was odd about the folder with the submissions: a stray file, a student who handed in twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Plain>,
    /// The students, sorted by `id`.
    pub students: Vec<Student>,
    /// What each distinct answer was found to be, by exercise and content hash (in lower-case hexadecimal). The same
    /// content is here once, however many students handed it in.
    pub answers: BTreeMap<String, BTreeMap<String, Answer>>,
    /// Answers that have much in common: a hint to a human, never a verdict. Whoever judges leaves this empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub similar: Vec<Similar>,
    /// How long the whole took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<RunTiming>,
}

/// The course that was graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseStamp {
    /// Its title.
    pub title: String,
    /// A hash over all that a verdict depends on besides the answer: hidden tests, private ones included, judges and
    /// toolchain. Shares with different ones do not belong together.
    pub fingerprint: String,
    /// The exercises that were graded, in the order of the course.
    pub exercises: Vec<ExerciseStamp>,
}

/// An exercise that was graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseStamp {
    /// Its name.
    pub name: String,
    /// The folder of its chapter: `01_threads`.
    pub chapter: String,
    /// The title of its chapter.
    pub chapter_title: String,
    /// What it is worth, weights included.
    pub possible: Points,
}

/// How the class was graded. Shares that belong together have the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The version of threadlings.
    pub version: String,
    /// Whether names are replaced by numbers.
    #[serde(default)]
    pub anonymized: bool,
    /// Whether the instructor said that the code is trusted, so that layers of the sandbox may be missing.
    #[serde(default)]
    pub trusted: bool,
    /// The limits that were set for each answer, as `name: value`; those of the course are not repeated.
    #[serde(default)]
    pub limits: BTreeMap<String, u64>,
    /// A hash over roster, submission times, extensions and overrides, and points options; empty without any.
    #[serde(default)]
    pub policy: String,
    /// The late policy in a sentence, for the pages; empty if there is none.
    #[serde(default)]
    pub late: String,
}

/// Which part of all (exercise, submission) pairs a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// From 1.
    pub number: NonZeroU32,
    /// How many there are.
    pub of: NonZeroU32,
}

impl Share {
    /// The whole class.
    pub const WHOLE: Share = Share { number: NonZeroU32::MIN, of: NonZeroU32::MIN };
}

/// A student: one submission, or a name on the roster without one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Student {
    /// The name of the student's folder, or of the archive without its ending. No two students have the same.
    pub id: Plain,
    /// The name on the roster, else the same as `id`.
    pub name: Plain,
    /// From the roster; empty if it does not say.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub email: Plain,
    /// From the roster; empty if it does not say.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub section: Plain,
    /// Whether anything was handed in.
    pub submitted: bool,
    /// What was odd about the submission: a stray file, an archive that climbs out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Plain>,
    /// One for each graded exercise that falls into this share, in the order of the course.
    pub results: Vec<StudentResult>,
    /// The sum of all points that are decided.
    #[serde(default)]
    pub total: Points,
    /// How many results wait for a person: grader errors and answers that were not judged yet.
    #[serde(default)]
    pub pending: u32,
}

/// One exercise of one student.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudentResult {
    /// The exercise's name.
    pub exercise: String,
    /// What came out. Of an answer that was judged, the same as in [`Record::answers`].
    pub outcome: Outcome,
    /// The content hash under which [`Record::answers`] has the rest; none if there was nothing to judge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// The file's path within the submission.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub path: Plain,
    /// What was odd about this file: two candidates for one exercise, not UTF-8.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Plain>,
    /// What it is worth. Whoever judges leaves this as it is by default.
    #[serde(default)]
    pub score: Score,
}

impl StudentResult {
    /// A result without score, notes and path.
    pub fn new(exercise: impl Into<String>, outcome: Outcome, answer: Option<String>) -> Self {
        StudentResult {
            exercise: exercise.into(),
            outcome,
            answer,
            path: Plain::default(),
            notes: Vec::new(),
            score: Score::default(),
        }
    }
}

/// How a result became points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Before anything is taken off; none while nothing is decided, as after a grader error.
    pub raw: Option<Points>,
    /// When it was handed in, as the instructor's file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<String>,
    /// Days after the deadline, extensions and grace considered; a day that has begun counts.
    #[serde(default)]
    pub days_late: u32,
    /// What is taken off for that.
    #[serde(default)]
    pub penalty: Points,
    /// What a person decided instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Override>,
    /// What counts; none while nothing is decided.
    #[serde(rename = "final")]
    pub counts: Option<Points>,
}

/// Points that a person decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The points.
    pub points: Points,
    /// Why.
    pub reason: Plain,
}

/// How long a run took. Not part of what must be equal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunTiming {
    /// Seconds from start to end.
    pub seconds: f64,
    /// How many distinct answers were judged.
    pub judged: usize,
    /// How many were known from an earlier run.
    pub known: usize,
}

impl Record {
    /// What is known about the content of a result.
    pub fn answer(&self, result: &StudentResult) -> Option<&Answer> {
        self.answers.get(&result.exercise)?.get(result.answer.as_ref()?)
    }

    /// The same without anything that two runs over equal submissions may differ in.
    pub fn without_timing(mut self) -> Self {
        self.timing = None;
        for answer in self.answers.values_mut().flat_map(BTreeMap::values_mut) {
            answer.timing = None;
        }
        self
    }
}
