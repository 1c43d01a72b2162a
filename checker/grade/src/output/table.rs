//! The gradebook as CSV: long, with a line for each student and exercise, and wide, with a line for each student.

use anyhow::Context;

use crate::record::{Points, Record, Student, TrustLevel};
use crate::stats;

/// What a spreadsheet takes for the beginning of a formula, as typed or in its wide form.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text of a cell that no spreadsheet evaluates, on one line.
fn cell(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.starts_with(FORMULA) {
        true => format!("'{text}"),
        false => text,
    }
}

fn points(points: Option<Points>) -> String {
    points.map_or(String::new(), |points| points.to_string())
}

/// A line for each student and exercise.
pub(super) fn long(record: &Record) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "student",
        "name",
        "email",
        "section",
        "chapter",
        "exercise",
        "outcome",
        "detail",
        "found at",
        "finding",
        "headline",
        "possible",
        "raw",
        "submitted",
        "days late",
        "penalty",
        "override",
        "override reason",
        "final",
        "trust",
        "review",
        "notes",
        "content",
    ])?;
    for student in &record.students {
        for result in &student.results {
            let Some(exercise) = record.course.exercises.iter().find(|one| one.name == result.exercise) else {
                continue;
            };
            let answer = record.answer(result);
            let feedback = answer.map(|answer| &answer.feedback);
            let found = feedback.and_then(|feedback| feedback.found.as_ref());
            let score = &result.score;
            let joined = |texts: &[crate::clean::Plain]| {
                texts.iter().map(|text| text.in_one_line()).collect::<Vec<_>>().join("; ")
            };
            let [id, name, email, section] = who(student);
            writer.write_record([
                id,
                name,
                email,
                section,
                cell(&exercise.chapter),
                cell(&exercise.name),
                result.outcome.name().to_owned(),
                cell(&result.outcome.detail()),
                cell(found.map_or("", |found| found.at.as_str())),
                cell(found.map_or("", |found| found.kind.as_str())),
                cell(feedback.map_or("", |feedback| feedback.headline.as_str())),
                exercise.possible.to_string(),
                points(score.raw),
                score.submitted.clone().unwrap_or_default(),
                score.days_late.to_string(),
                score.penalty.to_string(),
                points(score.overridden.as_ref().map(|decided| decided.points)),
                cell(score.overridden.as_ref().map_or("", |decided| decided.reason.as_str())),
                points(score.counts),
                answer.map_or("", |answer| trust(answer.trust.level)).to_owned(),
                cell(&answer.map_or(String::new(), |answer| joined(&answer.trust.review))),
                cell(&joined(&result.notes)),
                result.answer.clone().unwrap_or_default(),
            ])?;
        }
    }
    writer.into_inner().context("a vector takes everything")
}

/// A line for each student, with the points of each exercise. What waits for a person is empty.
pub(super) fn wide(record: &Record) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let exercises = &record.course.exercises;
    let head = ["student", "name", "email", "section"].map(str::to_owned).into_iter();
    let head = head.chain(exercises.iter().map(|exercise| exercise.name.clone()));
    writer.write_record(head.chain(["total", "possible", "percent", "waiting"].map(str::to_owned)))?;
    let possible = stats::possible(record);
    for student in &record.students {
        let of = |name: &str| student.results.iter().find(|result| result.exercise == name);
        let each = exercises.iter().map(|exercise| points(of(&exercise.name).and_then(|result| result.score.counts)));
        let percent = format!("{:.1}", 100.0 * student.total.share_of(possible));
        let end = [student.total.to_string(), possible.to_string(), percent, student.pending.to_string()];
        writer.write_record(who(student).into_iter().chain(each).chain(end))?;
    }
    writer.into_inner().context("a vector takes everything")
}

/// Who is who in an anonymized class.
pub(super) fn names(names: &[[String; 3]]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["number", "student", "name"])?;
    for row in names {
        writer.write_record(row.each_ref().map(|text| cell(text)))?;
    }
    writer.into_inner().context("a vector takes everything")
}

fn who(student: &Student) -> [String; 4] {
    [&student.id, &student.name, &student.email, &student.section].map(|text| cell(text.as_str()))
}

fn trust(level: TrustLevel) -> &'static str {
    match level {
        TrustLevel::Local => "local",
        TrustLevel::Sealed => "sealed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("  =1+1", "'=1+1"),
            ("\t@SUM(A1)", "'@SUM(A1)"),
            ("+49", "'+49"),
            ("-x", "'-x"),
            ("＝1", "'＝1"),
            ("\n=1", "'=1"),
            ("a=1", "a=1"),
            ("two\nlines", "two lines"),
        ];
        for (text, expected) in cases {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }
}
