//! Annotations and a step summary for GitHub Actions.
//!
//! A workflow prints the first file and appends the second to `$GITHUB_STEP_SUMMARY`. Nothing that a student wrote can
//! begin a command of its own: each annotation is one line, and what is special in it is escaped.

use std::fmt::Write as _;

use super::markdown::escaped;
use crate::clean::without_commands;
use crate::record::{Record, Student, StudentResult};
use crate::stats;

/// One workflow command for each result that is not a pass: an error for a wrong answer, a warning for what waits for a
/// person, and a notice about the class.
pub(super) fn annotations(record: &Record) -> String {
    let mut lines = String::new();
    for student in &record.students {
        for result in &student.results {
            if let Some(line) = annotation(record, student, result) {
                lines.push_str(&line);
                lines.push('\n');
            }
        }
    }
    let pending: u32 = record.students.iter().map(|student| student.pending).sum();
    let message = format!("{} students graded, {pending} results wait for a person", record.students.len());
    let _ = writeln!(lines, "::notice title={}::{}", property(&record.course.title), data(&message));
    lines
}

fn annotation(record: &Record, student: &Student, result: &StudentResult) -> Option<String> {
    if !stats::is_handed_in(result) {
        return None;
    }
    let answer = record.answer(result);
    let title = format!("{}: {}", student.name.in_one_line(), result.exercise);
    if result.score.counts.is_none() {
        let message = format!("{}. {}", result.outcome.in_words(), result.outcome.detail());
        return Some(format!("::warning title={}::{}", property(&title), data(&message)));
    }
    if let Some(review) = answer.and_then(|answer| answer.trust.review.first()) {
        return Some(format!("::warning title={}::{}", property(&title), data(&format!("look at it: {review}"))));
    }
    if result.outcome == crate::record::Outcome::Pass {
        return None;
    }
    let feedback = answer.map(|answer| &answer.feedback);
    let headline = feedback.map(|feedback| feedback.headline.in_one_line()).filter(|headline| !headline.is_empty());
    let line = feedback
        .and_then(|feedback| feedback.lines.last())
        .map_or(String::new(), |line| format!(",line={}", line.number));
    let file = match result.path.is_empty() {
        true => String::new(),
        false => format!("file={}{line},", property(result.path.as_str())),
    };
    let message = headline.unwrap_or_else(|| result.outcome.in_words());
    Some(format!("::error {file}title={}::{}", property(&title), data(&message)))
}

/// The text of a command, in which line ends and percent signs are special.
fn data(text: &str) -> String {
    without_commands(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, in which colons and commas are special, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The class in Markdown: a table of the students, and what waits for a person.
pub(super) fn summary(record: &Record) -> String {
    let possible = stats::possible(record);
    let mut text = format!("## {}\n\n", escaped(&record.course.title));
    let _ = writeln!(text, "| student | points of {possible} | passed | waiting |\n|---|--:|--:|--:|");
    for student in &record.students {
        let passed = student.results.iter().filter(|result| result.outcome == crate::record::Outcome::Pass).count();
        let of = student.results.len();
        let name = escaped(&student.name.in_one_line());
        let _ = writeln!(text, "| {name} | {} | {passed} of {of} | {} |", student.total, student.pending);
    }
    let hardest = stats::hardest(stats::exercises(record));
    let _ = writeln!(text, "\n| hardest exercises | passed |\n|---|--:|");
    for stats in hardest.iter().take(10) {
        let _ = writeln!(text, "| {} | {} of {} |", escaped(&stats.exercise.name), stats.passed, stats.handed_in);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_its_command_or_its_property() {
        assert_eq!(data("a\n::error::b\r100%"), "a%0A: :error::b%0D100%25");
        assert_eq!(property("a,file=b::c\n"), "a%2Cfile=b%3A%3Ac%0A");
    }
}
