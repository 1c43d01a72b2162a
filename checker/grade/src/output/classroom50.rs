//! `classroom50/result/v1`, what an autograder of Classroom 50 hands to its runner.

use jiff::Timestamp;
use serde::Serialize;

use crate::record::{Outcome, Points, Record, Student};

/// What the runner of Classroom 50 knows about the submission that is graded; it tells its autograder by environment
/// variables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submission {
    /// `CLASSROOM`
    pub classroom: Option<String>,
    /// `ASSIGNMENT`
    pub assignment: Option<String>,
    /// `USERNAME`
    pub owner: Option<String>,
    /// `SUBMISSION_TAG`
    pub tag: Option<String>,
    /// `COMMIT_URL`
    pub commit: Option<String>,
    /// `RELEASE_URL`
    pub release: Option<String>,
    /// `REVIEW_URL`
    pub review: Option<String>,
}

impl Submission {
    /// What the environment says. Without the runner it is nothing.
    pub fn from_environment() -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        Submission {
            classroom: variable("CLASSROOM"),
            assignment: variable("ASSIGNMENT"),
            owner: variable("USERNAME").filter(|_| variable("SUBMISSION_TAG").is_some()),
            tag: variable("SUBMISSION_TAG"),
            commit: variable("COMMIT_URL"),
            release: variable("RELEASE_URL"),
            review: variable("REVIEW_URL"),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Result {
    schema: &'static str,
    classroom: String,
    assignment: String,
    #[serde(rename = "assignment_type")]
    assignment_type: &'static str,
    owner: String,
    submission: String,
    commit: String,
    release: String,
    review: String,
    datetime: String,
    score: u64,
    max_score: u64,
    tests: Vec<Test>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Test {
    test_name: String,
    passed: bool,
    score: u64,
    max_score: u64,
    message: String,
}

/// The result of one student, in whole points. There is none while something waits for a person: the form has no way
/// to say so, and a grader error is never a zero.
pub(super) fn result(record: &Record, student: &Student, submission: &Submission) -> Option<String> {
    if student.pending > 0 {
        return None;
    }
    let tests: Vec<Test> = student
        .results
        .iter()
        .map(|result| {
            let exercise = record.course.exercises.iter().find(|one| one.name == result.exercise);
            let most = whole(exercise.map_or(Points::ZERO, |exercise| exercise.possible));
            let feedback = record.answer(result).map(|answer| answer.feedback.headline.in_one_line());
            Test {
                test_name: result.exercise.clone(),
                passed: result.outcome == Outcome::Pass,
                score: whole(result.score.counts.unwrap_or_default()).min(most),
                max_score: most,
                message: feedback.filter(|text| !text.is_empty()).unwrap_or_else(|| result.outcome.in_words()),
            }
        })
        .collect();
    let or = |value: &Option<String>, otherwise: &str| value.clone().unwrap_or_else(|| otherwise.to_owned());
    let last =
        student.results.iter().filter_map(|result| result.score.submitted.as_ref()?.parse::<Timestamp>().ok()).max();
    let commit = or(&submission.commit, "unknown");
    let result = Result {
        schema: "classroom50/result/v1",
        classroom: or(&submission.classroom, "unknown"),
        assignment: or(&submission.assignment, &record.course.title),
        assignment_type: "individual",
        owner: or(&submission.owner, student.id.as_str()),
        submission: or(&submission.tag, "submit/unknown"),
        release: or(&submission.release, &commit),
        review: or(&submission.review, &commit),
        commit,
        datetime: last.unwrap_or(Timestamp::UNIX_EPOCH).strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        score: tests.iter().map(|test| test.score).sum(),
        max_score: tests.iter().map(|test| test.max_score).sum(),
        tests,
    };
    Some(serde_json::to_string_pretty(&result).expect("text and numbers are JSON") + "\n")
}

/// Points as Classroom 50 knows them: whole, and never below zero.
fn whole(points: Points) -> u64 {
    u64::try_from((points.hundredths() + 50) / 100).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_rounded_to_whole_ones() {
        let cases = [(0.0, 0), (7.49, 7), (7.5, 8), (10.0, 10), (-3.0, 0)];
        for (points, expected) in cases {
            assert_eq!(whole(points.into()), expected, "{points}");
        }
    }
}
