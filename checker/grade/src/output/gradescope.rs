//! `results.json` for Gradescope.

use serde::Serialize;

use super::markdown::plain_text;
use crate::record::{Outcome, Record, Student, StudentResult};

#[derive(Serialize)]
struct Results {
    /// The sum of what is decided.
    score: f64,
    output: String,
    output_format: &'static str,
    visibility: &'static str,
    stdout_visibility: &'static str,
    tests: Vec<Test>,
}

#[derive(Serialize)]
struct Test {
    name: String,
    name_format: &'static str,
    /// Missing while nothing is decided: a grader error is never a zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    max_score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    output: String,
    output_format: &'static str,
    visibility: &'static str,
}

/// What Gradescope shows a student.
pub(super) fn results(record: &Record, student: &Student) -> String {
    let results = Results {
        score: student.total.into(),
        output: output(record, student),
        output_format: "text",
        visibility: "visible",
        stdout_visibility: "hidden",
        tests: student.results.iter().map(|result| test(record, result)).collect(),
    };
    serde_json::to_string_pretty(&results).expect("text and numbers are JSON") + "\n"
}

fn output(record: &Record, student: &Student) -> String {
    let mut lines: Vec<String> = student.notes.iter().map(|note| note.in_one_line()).collect();
    if student.pending > 0 {
        lines.push(super::markdown::waiting(student.pending));
    }
    if !record.settings.late.is_empty() {
        lines.push(record.settings.late.clone());
    }
    lines.join("\n")
}

fn test(record: &Record, result: &StudentResult) -> Test {
    let exercise = record.course.exercises.iter().find(|one| one.name == result.exercise);
    let decided = result.score.counts;
    let passed = result.outcome == Outcome::Pass;
    let mut lines = vec![result.outcome.in_words()];
    lines.extend(super::markdown::score_lines(&result.score));
    lines.extend(result.notes.iter().map(|note| note.in_one_line()));
    if let Some(answer) = record.answer(result) {
        lines.push(String::new());
        lines.push(plain_text(&answer.feedback));
    }
    Test {
        name: result.exercise.clone(),
        name_format: "text",
        score: decided.map(f64::from),
        max_score: exercise.map_or(0.0, |exercise| exercise.possible.into()),
        status: decided.map(|_| if passed { "passed" } else { "failed" }),
        output: lines.join("\n").trim_end().to_owned(),
        output_format: "text",
        visibility: "visible",
    }
}
