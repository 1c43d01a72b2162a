//! JUnit XML, which most CI systems show: a suite for each student, a case for each exercise.

use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::clean::{Plain, without_commands};
use crate::record::{Record, Student, StudentResult};
use crate::stats;

/// The class as JUnit XML.
pub(super) fn render(record: &Record) -> anyhow::Result<String> {
    let mut report = Report::new(Plain::from(record.course.title.as_str()).as_str());
    for student in &record.students {
        let mut suite = TestSuite::new(student.id.as_str());
        suite.add_property(("name", student.name.as_str()));
        suite.add_property(("points", student.total.to_string().as_str()));
        for result in &student.results {
            suite.add_test_case(case(record, student, result));
        }
        report.add_test_suite(suite);
    }
    Ok(report.to_string()?)
}

fn case(record: &Record, student: &Student, result: &StudentResult) -> TestCase {
    let mut case = TestCase::new(result.exercise.as_str(), status(record, result));
    let chapter =
        record.course.exercises.iter().find(|one| one.name == result.exercise).map(|one| one.chapter.as_str());
    case.set_classname(format!("{}.{}", student.id, chapter.unwrap_or_default()));
    if let Some(timing) = record.answer(result).and_then(|answer| answer.timing) {
        case.set_time(Duration::from_secs_f64(timing.seconds.max(0.0)));
    }
    case
}

fn status(record: &Record, result: &StudentResult) -> TestCaseStatus {
    if result.outcome == crate::record::Outcome::Pass {
        return TestCaseStatus::success();
    }
    if !stats::is_handed_in(result) {
        let mut status = TestCaseStatus::skipped();
        status.set_message(result.outcome.in_words());
        return status;
    }
    let kind = if result.score.raw.is_none() { NonSuccessKind::Error } else { NonSuccessKind::Failure };
    let mut status = TestCaseStatus::non_success(kind);
    status.set_type(result.outcome.name());
    let feedback = record.answer(result).map(|answer| &answer.feedback);
    let headline = feedback.map(|feedback| feedback.headline.in_one_line()).filter(|headline| !headline.is_empty());
    status.set_message(without_commands(&headline.unwrap_or_else(|| result.outcome.in_words())));
    if let Some(feedback) = feedback {
        let lines = super::markdown::plain_text(feedback);
        if !lines.is_empty() {
            status.set_description(lines);
        }
    }
    status
}
