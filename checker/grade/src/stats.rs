//! What a class as a whole looks like.

use std::collections::BTreeMap;

use crate::record::{ExerciseStamp, NotGraded, Outcome, Points, Record, Student, StudentResult};

/// How many parts the range from no points to all points is cut into.
pub const BINS: usize = 10;

/// How an exercise went.
#[derive(Clone, Debug, PartialEq)]
pub struct ExerciseStats<'a> {
    /// The exercise.
    pub exercise: &'a ExerciseStamp,
    /// How many students handed it in.
    pub handed_in: usize,
    /// How many of these passed.
    pub passed: usize,
    /// How many results wait for a person.
    pub pending: usize,
}

impl ExerciseStats<'_> {
    /// What part of those who handed it in, and about whom it is decided, passed.
    pub fn pass_share(&self) -> Option<f64> {
        let decided = self.handed_in - self.pending;
        (decided > 0).then(|| self.passed as f64 / decided as f64)
    }
}

/// A finding that answers of several students have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct CommonFinding<'a> {
    /// The exercise.
    pub exercise: &'a str,
    /// The hidden test or program that found it; empty where none did.
    pub at: &'a str,
    /// The sort of failure: `deadlock`, or the outcome in words.
    pub kind: String,
    /// What it says of one of the answers.
    pub example: &'a str,
    /// The students, in the order of the record.
    pub students: Vec<&'a Student>,
}

/// Whether there was something to judge.
pub fn is_handed_in(result: &StudentResult) -> bool {
    result.outcome != Outcome::NotGraded { because: NotGraded::NothingHandedIn }
}

/// Whether there is something to tell the student about it: an answer, or what the instructor has decided without one.
pub fn has_news(result: &StudentResult) -> bool {
    is_handed_in(result) || result.score.overridden.is_some()
}

/// Whether a person has to decide.
pub fn is_pending(result: &StudentResult) -> bool {
    result.score.counts.is_none()
}

/// What all exercises are worth together.
pub fn possible(record: &Record) -> Points {
    record.course.exercises.iter().map(|exercise| exercise.possible).sum()
}

/// How each exercise went, in the order of the course.
pub fn exercises(record: &Record) -> Vec<ExerciseStats<'_>> {
    let all = || record.students.iter().flat_map(|student| &student.results);
    let stats = record.course.exercises.iter().map(|exercise| {
        let handed_in = || all().filter(|result| result.exercise == exercise.name && is_handed_in(result));
        ExerciseStats {
            exercise,
            handed_in: handed_in().count(),
            passed: handed_in().filter(|result| result.outcome == Outcome::Pass).count(),
            pending: handed_in().filter(|result| is_pending(result)).count(),
        }
    });
    stats.collect()
}

/// Those of these exercises that somebody handed in, the one that fewest passed first.
pub fn hardest<'a>(mut stats: Vec<ExerciseStats<'a>>) -> Vec<ExerciseStats<'a>> {
    stats.retain(|stats| stats.pass_share().is_some());
    // A stable sort: those that are equally hard stay in the order of the course.
    stats.sort_by(|one, other| one.pass_share().unwrap_or_default().total_cmp(&other.pass_share().unwrap_or_default()));
    stats
}

/// What was found most often, the most common first.
pub fn findings(record: &Record) -> Vec<CommonFinding<'_>> {
    let mut found: BTreeMap<(usize, &str, String), CommonFinding<'_>> = BTreeMap::new();
    for student in &record.students {
        for result in student.results.iter().filter(|result| is_handed_in(result) && !is_pending(result)) {
            let place = record.course.exercises.iter().position(|exercise| exercise.name == result.exercise);
            let (Some(place), false) = (place, result.outcome == Outcome::Pass) else { continue };
            let feedback = record.answer(result).map(|answer| &answer.feedback);
            let (at, kind) = match feedback.and_then(|feedback| feedback.found.as_ref()) {
                Some(found) => (found.at.as_str(), found.kind.to_string()),
                None => ("", result.outcome.in_words()),
            };
            let finding = found.entry((place, at, kind.clone())).or_insert_with(|| CommonFinding {
                exercise: &record.course.exercises[place].name,
                at,
                kind,
                example: feedback.map_or("", |feedback| feedback.headline.as_str()),
                students: Vec::new(),
            });
            finding.students.push(student);
        }
    }
    let mut findings: Vec<CommonFinding<'_>> = found.into_values().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.students.len()));
    findings
}

/// How many students reached each tenth of all points; all points belong to the last.
pub fn distribution(record: &Record) -> [usize; BINS] {
    let mut bins = [0; BINS];
    for student in &record.students {
        let share = student.total.share_of(possible(record)).clamp(0.0, 1.0);
        bins[((share * BINS as f64) as usize).min(BINS - 1)] += 1;
    }
    bins
}

/// The middle of all totals.
pub fn median(record: &Record) -> Points {
    let mut totals: Vec<Points> = record.students.iter().map(|student| student.total).collect();
    totals.sort();
    match totals.len() {
        0 => Points::ZERO,
        len => (totals[(len - 1) / 2] + totals[len / 2]).times(0.5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::sample;

    #[test]
    fn a_class_is_counted() {
        let record = sample::class();
        let stats = exercises(&record);
        let counts: Vec<_> = stats.iter().map(|one| (one.handed_in, one.passed, one.pending)).collect();
        assert_eq!(counts, [(6, 2, 0), (5, 2, 1), (3, 1, 1)]);
        let order: Vec<_> = hardest(stats).iter().map(|one| one.exercise.name.as_str()).collect();
        assert_eq!(order, ["spawn_and_join", "mutex_counter", "lost_wakeup"]);
        assert_eq!(possible(&record), Points::whole(45));
        assert_eq!(distribution(&record).iter().sum::<usize>(), record.students.len());
    }

    #[test]
    fn findings_are_counted_by_student_the_most_common_first() {
        let record = sample::class();
        let found: Vec<_> = findings(&record)
            .iter()
            .map(|one| (one.exercise.to_owned(), one.kind.clone(), one.students.len()))
            .collect();
        assert_eq!(found[0], ("spawn_and_join".into(), "deadlock".into(), 2));
        assert!(found.contains(&("mutex_counter".into(), "E0373".into(), 1)), "{found:?}");
    }

    #[test]
    fn the_median_of_an_even_class_lies_between_the_two_in_the_middle() {
        let mut record = sample::record(&[("01_threads", "one", 10)]);
        assert_eq!(median(&record), Points::ZERO);
        for total in [10, 2, 5, 4] {
            record.students.push(Student { total: Points::whole(total), ..Student::default() });
        }
        assert_eq!(median(&record), Points::from(4.5));
    }
}
