//! What results are worth: points and weights, lateness, extensions, and what a person decided instead.
//!
//! A policy is read from a file that nobody but the instructor writes, and from the command line; applying it to a
//! record is a function of the two.

mod clock;
mod file;
mod late;
mod options;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use threadlings::commands::named;
use threadlings::course::Course;

pub use clock::{duration, time};
pub use file::PolicyError;
pub use late::Late;

use crate::class::Times;
use crate::clean::Plain;
use crate::record::{ExerciseStamp, NotGraded, Outcome, Override, Points, Record, Score, Student};

/// How results become points.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Policy {
    /// What exercises, or all of a chapter, are worth, where the course's own points do not count.
    pub points: BTreeMap<String, f64>,
    /// What the points of exercises or chapters are multiplied with.
    pub weights: BTreeMap<String, f64>,
    /// What lateness costs.
    pub late: Late,
    /// Who has more time.
    pub extensions: Vec<Extension>,
    /// What a person decided in the place of the grader.
    pub overrides: Vec<StudentOverride>,
}

/// More time for a student.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extension {
    /// The student's id.
    pub student: String,
    /// An exercise or a chapter; none means all.
    pub at: Option<String>,
    /// How much.
    pub time: MoreTime,
}

/// How much more time somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MoreTime {
    /// So many days after the deadline.
    Days(u32),
    /// Until then.
    Until(Timestamp),
}

/// What a person decided about one exercise of one student.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StudentOverride {
    /// The student's id.
    pub student: String,
    /// The exercise.
    pub exercise: String,
    /// The points, which lateness does not touch.
    pub points: Points,
    /// Why.
    pub reason: String,
}

/// The name of an exercise or a chapter of the course.
fn exercise_or_chapter(name: &str, course: &Course) -> Result<String, String> {
    if course.chapters.iter().any(|chapter| chapter.directory == name) {
        return Ok(name.to_owned());
    }
    named(course, name).map(|exercise| exercise.name.clone()).map_err(|stop| stop.message)
}

/// Points or a factor: neither negative nor beyond reason.
fn amount(amount: f64) -> Result<f64, String> {
    match (0.0..=1_000_000.0).contains(&amount) {
        true => Ok(amount),
        false => Err(format!("{amount} is not between 0 and a million.")),
    }
}

fn percent(percent: f64) -> Result<f64, String> {
    match (0.0..=100.0).contains(&percent) {
        true => Ok(percent),
        false => Err(format!("{percent} is not between 0 and 100 percent.")),
    }
}

/// Whether a name in a policy means that exercise: it is its own or its chapter's.
fn means(name: &str, exercise: &ExerciseStamp) -> bool {
    name == exercise.name || name == exercise.chapter
}

/// What the table says about an exercise; its own name counts before its chapter's.
fn of<'table, T>(table: &'table BTreeMap<String, T>, exercise: &ExerciseStamp) -> Option<&'table T> {
    table.get(&exercise.name).or_else(|| table.get(&exercise.chapter))
}

/// Whether two names are one student's: the same, or the same but for case where that is not another student's.
pub(crate) fn is_student(id: &Plain, name: &str, all: &[Plain]) -> bool {
    id.as_str() == name
        || same_but_for_case(id.as_str(), name)
            && all.iter().filter(|other| same_but_for_case(other.as_str(), name)).count() == 1
            && !all.iter().any(|other| other.as_str() == name)
}

fn same_but_for_case(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

impl Policy {
    /// What an exercise is worth, given the course's own points.
    pub fn possible(&self, exercise: &ExerciseStamp, course: Points) -> Points {
        let points = of(&self.points, exercise).map_or(course, |points| Points::from(*points));
        of(&self.weights, exercise).map_or(points, |weight| points.times(*weight))
    }

    /// Says for every result what it is worth, and adds up. Gives back what an instructor should know: names that are
    /// nobody's, times that are missing.
    ///
    /// The points in `record.course.exercises` are the course's own before, and weighted after.
    pub fn apply(&self, record: &mut Record, times: &Times) -> Vec<String> {
        for exercise in &mut record.course.exercises {
            exercise.possible = self.possible(exercise, exercise.possible);
        }
        let ids: Vec<Plain> = record.students.iter().map(|student| student.id.clone()).collect();
        let mut warnings = self.unknown_students(&ids);
        warnings.extend(times.unknown_students(&ids));
        for student in &mut record.students {
            let mut without_time = 0;
            for result in &mut student.results {
                let Some(exercise) = record.course.exercises.iter().find(|one| one.name == result.exercise) else {
                    continue;
                };
                let submitted = times.of(&student.id, &ids, &exercise.name);
                let due = self.due(&student.id, &ids, exercise);
                let handed_in = result.outcome != Outcome::NotGraded { because: NotGraded::NothingHandedIn };
                if due.is_some() && submitted.is_none() && handed_in {
                    without_time += 1;
                }
                result.score = self.score(&result.outcome, exercise, submitted, due);
                if let Some(decided) = self.decided(&student.id, &ids, exercise) {
                    result.score.counts = Some(decided.points);
                    result.score.overridden = Some(decided);
                }
            }
            if without_time > 0 {
                warnings.push(format!(
                    "{}: {without_time} answers have no submission time; they count as in time",
                    student.id.in_one_line()
                ));
            }
            student.add_up();
        }
        record.settings.late = self.late.sentence();
        warnings
    }

    /// What an outcome is worth.
    fn score(
        &self,
        outcome: &Outcome,
        exercise: &ExerciseStamp,
        submitted: Option<Timestamp>,
        due: Option<Timestamp>,
    ) -> Score {
        let raw = raw(outcome, exercise.possible);
        let days_late = match (submitted, due) {
            (Some(submitted), Some(due)) => self.late.days(submitted, due),
            _ => 0,
        };
        let penalty = raw.map_or(Points::ZERO, |raw| self.late.penalty(raw, days_late));
        Score {
            raw,
            submitted: submitted.map(|time| time.to_string()),
            days_late,
            penalty,
            overridden: None,
            counts: raw.map(|raw| raw - penalty),
        }
    }

    /// When an exercise is due for a student.
    fn due(&self, id: &Plain, ids: &[Plain], exercise: &ExerciseStamp) -> Option<Timestamp> {
        let due = self.late.due(exercise)?;
        let own = self.extensions.iter().filter(|extension| {
            is_student(id, &extension.student, ids) && extension.at.as_ref().is_none_or(|name| means(name, exercise))
        });
        let extended = own.map(|extension| match extension.time {
            MoreTime::Days(days) => late::days_after(due, days),
            MoreTime::Until(time) => time,
        });
        extended.chain([due]).max()
    }

    /// The last thing that a person decided about it.
    fn decided(&self, id: &Plain, ids: &[Plain], exercise: &ExerciseStamp) -> Option<Override> {
        let own = self
            .overrides
            .iter()
            .rev()
            .find(|own| own.exercise == exercise.name && is_student(id, &own.student, ids))?;
        Some(Override { points: own.points, reason: own.reason.as_str().into() })
    }

    fn unknown_students(&self, ids: &[Plain]) -> Vec<String> {
        let named = self.extensions.iter().map(|extension| ("an extension", &extension.student));
        let named = named.chain(self.overrides.iter().map(|own| ("an override", &own.student)));
        let unknown = named.filter(|(_, name)| !ids.iter().any(|id| is_student(id, name, ids)));
        unknown.map(|(what, name)| format!("there is {what} for `{name}`, but no such student")).collect()
    }
}

/// Points before lateness; none where nothing is decided about the answer.
fn raw(outcome: &Outcome, possible: Points) -> Option<Points> {
    match outcome {
        Outcome::Pass => Some(possible),
        Outcome::Fail
        | Outcome::CompileError
        | Outcome::Rejected { .. }
        | Outcome::Timeout { .. }
        | Outcome::Limit { .. }
        | Outcome::Crashed { .. }
        | Outcome::NotGraded { because: NotGraded::NothingHandedIn } => Some(Points::ZERO),
        Outcome::Skipped { .. } | Outcome::GraderError { .. } | Outcome::NotGraded { because: NotGraded::Stopped } => {
            None
        }
    }
}

impl Student {
    /// Adds up the points that are decided, and counts what is not.
    pub fn add_up(&mut self) {
        self.total = self.results.iter().filter_map(|result| result.score.counts).sum();
        self.pending = self.results.iter().filter(|result| result.score.counts.is_none()).count() as u32;
    }
}

#[cfg(test)]
mod tests;
