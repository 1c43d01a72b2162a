//! `policy.toml`: what it may hold, and what is wrong with it.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use threadlings::course::Course;
use toml::Spanned;

use super::{Extension, Late, MoreTime, Policy, StudentOverride, duration, time};
use crate::record::Points;

/// Why there is no policy.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The file cannot be read.
    #[error("{path} cannot be read: {error}.")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word.
        error: std::io::Error,
    },
    /// The file is broken.
    #[error("{path}:{line}: {problem}")]
    Broken {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong there and how to mend it.
        problem: String,
    },
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PolicyFile {
    due: Option<Spanned<String>>,
    grace: Option<Spanned<String>>,
    late_per_day: Option<Spanned<f64>>,
    late_most: Option<Spanned<f64>>,
    deadlines: BTreeMap<Spanned<String>, Spanned<String>>,
    points: BTreeMap<Spanned<String>, Spanned<f64>>,
    weights: BTreeMap<Spanned<String>, Spanned<f64>>,
    #[serde(rename = "extension")]
    extensions: Vec<ExtensionFile>,
    #[serde(rename = "override")]
    overrides: Vec<OverrideFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtensionFile {
    student: Spanned<String>,
    #[serde(alias = "chapter")]
    exercise: Option<Spanned<String>>,
    days: Option<u32>,
    until: Option<Spanned<String>>,
    /// For whoever reads the file.
    #[serde(rename = "reason")]
    _reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OverrideFile {
    student: String,
    exercise: Spanned<String>,
    points: Spanned<f64>,
    reason: String,
}

impl Policy {
    /// Reads a policy for a course.
    ///
    /// # Errors
    /// If the file cannot be read or is broken; the error names file, line and remedy.
    pub fn read(path: &Path, course: &Course) -> Result<Self, PolicyError> {
        let text =
            std::fs::read_to_string(path).map_err(|error| PolicyError::Unreadable { path: path.to_owned(), error })?;
        parse(&text, course).map_err(|(offset, problem)| {
            let line = text[..offset.min(text.len())].matches('\n').count() + 1;
            PolicyError::Broken { path: path.to_owned(), line, problem }
        })
    }
}

/// An error with its offset in the text.
type Problem = (usize, String);

fn parse(text: &str, course: &Course) -> Result<Policy, Problem> {
    let file: PolicyFile = toml::from_str(text)
        .map_err(|error| (error.span().map_or(0, |span| span.start), error.message().to_owned()))?;
    let late = Late {
        due: file.due.as_ref().map(|due| read(due, time)).transpose()?,
        deadlines: table(&file.deadlines, course, |deadline| read(deadline, time))?,
        grace: file.grace.as_ref().map(|grace| read(grace, duration)).transpose()?.unwrap_or_default(),
        per_day: file.late_per_day.as_ref().map(percent).transpose()?.unwrap_or_default(),
        most: file.late_most.as_ref().map(percent).transpose()?.unwrap_or(100.0),
    };
    Ok(Policy {
        points: table(&file.points, course, amount)?,
        weights: table(&file.weights, course, amount)?,
        late,
        extensions: file.extensions.iter().map(|one| extension(one, course)).collect::<Result<_, _>>()?,
        overrides: file.overrides.iter().map(|one| overridden(one, course)).collect::<Result<_, _>>()?,
    })
}

fn read<T>(text: &Spanned<String>, read: impl Fn(&str) -> Result<T, String>) -> Result<T, Problem> {
    read(text.get_ref()).map_err(|problem| at(text, problem))
}

fn at<T>(value: &Spanned<T>, problem: impl Display) -> Problem {
    (value.span().start, problem.to_string())
}

fn table<V, T>(
    table: &BTreeMap<Spanned<String>, V>,
    course: &Course,
    value: impl Fn(&V) -> Result<T, Problem>,
) -> Result<BTreeMap<String, T>, Problem> {
    table.iter().map(|(name, given)| Ok((exercise_or_chapter(name, course)?, value(given)?))).collect()
}

fn exercise_or_chapter(name: &Spanned<String>, course: &Course) -> Result<String, Problem> {
    super::exercise_or_chapter(name.get_ref(), course).map_err(|problem| at(name, problem))
}

/// Points or a factor.
fn amount(amount: &Spanned<f64>) -> Result<f64, Problem> {
    super::amount(*amount.get_ref()).map_err(|problem| at(amount, problem))
}

fn percent(percent: &Spanned<f64>) -> Result<f64, Problem> {
    super::percent(*percent.get_ref()).map_err(|problem| at(percent, problem))
}

fn extension(extension: &ExtensionFile, course: &Course) -> Result<Extension, Problem> {
    let time = match (extension.days, &extension.until) {
        (Some(days), None) => MoreTime::Days(days),
        (None, Some(until)) => MoreTime::Until(read(until, time)?),
        _ => return Err(at(&extension.student, "say either `days = 3` or `until = \"2026-03-08 23:59\"`.")),
    };
    let at = extension.exercise.as_ref().map(|name| exercise_or_chapter(name, course)).transpose()?;
    Ok(Extension { student: extension.student.get_ref().clone(), at, time })
}

fn overridden(own: &OverrideFile, course: &Course) -> Result<StudentOverride, Problem> {
    let exercise =
        threadlings::commands::named(course, own.exercise.get_ref()).map_err(|stop| at(&own.exercise, stop.message))?;
    Ok(StudentOverride {
        student: own.student.clone(),
        exercise: exercise.name.clone(),
        points: Points::from(amount(&own.points)?),
        reason: own.reason.clone(),
    })
}
