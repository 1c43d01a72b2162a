//! Joining the shares of a class that was graded in parts.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Answer, Record, RunTiming, Share, Student};
use crate::similarity;

/// Why shares do not make a whole.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum MergeError {
    /// There are none.
    #[error("there are no shares to join")]
    Nothing,
    /// They differ in something that all shares of a class have in common.
    #[error("{one} and {other} do not belong together: {what}")]
    Different {
        /// A share.
        one: String,
        /// Another.
        other: String,
        /// What differs and what to do.
        what: String,
    },
    /// One share was given twice.
    #[error("{one} and {other} are both share {number} of {of}. Give each share once.")]
    Twice {
        /// A share.
        one: String,
        /// Another.
        other: String,
        /// Its number.
        number: u32,
        /// How many there should be.
        of: u32,
    },
    /// Some share was not given.
    #[error("of {of} shares, {missing} are missing. Give all of them.")]
    Gap {
        /// How many there should be.
        of: u32,
        /// The numbers of the missing ones.
        missing: String,
    },
    /// A result is in no share or in several, although all shares are there.
    #[error("{exercise} of {student} is in {times} shares. Grade all shares again with the same threadlings.")]
    Uneven {
        /// The student's id.
        student: String,
        /// The exercise.
        exercise: String,
        /// In how many shares it is.
        times: usize,
    },
}

/// Joins all shares of a class, each with the name that an error calls it by.
///
/// # Errors
/// If they do not belong together, or are not all there.
pub fn merge(mut shares: Vec<(String, Record)>) -> Result<Record, MergeError> {
    shares.sort_by_key(|(_, record)| record.share.number);
    let (first_name, first) = shares.first().ok_or(MergeError::Nothing)?;
    for (name, record) in &shares[1..] {
        if let Some(what) = difference(first, record) {
            return Err(MergeError::Different { one: first_name.clone(), other: name.clone(), what });
        }
    }
    are_all_there(&shares)?;

    let mut whole = first.clone();
    for (name, record) in &shares[1..] {
        join_answers(&mut whole, record).map_err(|what| MergeError::Different {
            one: first_name.clone(),
            other: name.clone(),
            what,
        })?;
        for (student, part) in whole.students.iter_mut().zip(&record.students) {
            student.results.extend(part.results.iter().cloned());
        }
        whole.timing = joined(whole.timing.as_ref(), record.timing.as_ref());
    }
    let order: BTreeMap<String, usize> =
        whole.course.exercises.iter().enumerate().map(|(index, exercise)| (exercise.name.clone(), index)).collect();
    for student in &mut whole.students {
        student.results.sort_by_key(|result| order.get(&result.exercise).copied());
        is_even(student, &order)?;
        student.add_up();
    }
    whole.share = Share::WHOLE;
    whole.similar = similarity::pairs(&whole);
    Ok(whole)
}

/// What keeps two records from being shares of one class.
fn difference(one: &Record, other: &Record) -> Option<String> {
    let cases = [
        (one.course.title != other.course.title, "they are of different courses."),
        (one.course.exercises != other.course.exercises, "they are about other exercises or other points."),
        (
            one.course.fingerprint != other.course.fingerprint,
            "hidden tests, judges or toolchain were not the same. Grade all shares with the same ones.",
        ),
        (one.share.of != other.share.of, "they are shares of another number of shares."),
        (
            one.settings.policy != other.settings.policy,
            "roster, times, points or policy were not the same. Grade all shares with the same ones.",
        ),
        (one.settings != other.settings, "they were graded with other options."),
        (
            one.notes != other.notes
                || one.students.iter().map(without_results).ne(other.students.iter().map(without_results)),
            "the submissions were not the same. Grade all shares from the same ones.",
        ),
    ];
    cases.into_iter().find(|(differ, _)| *differ).map(|(_, what)| what.to_owned())
}

fn without_results(student: &Student) -> Student {
    Student { results: Vec::new(), total: crate::record::Points::ZERO, pending: 0, ..student.clone() }
}

fn are_all_there(shares: &[(String, Record)]) -> Result<(), MergeError> {
    let number = |record: &Record| record.share.number.get();
    let of = shares[0].1.share.of.get();
    for pair in shares.windows(2) {
        let [(one, first), (other, second)] = pair else { continue };
        if number(first) == number(second) {
            return Err(MergeError::Twice { one: one.clone(), other: other.clone(), number: number(first), of });
        }
    }
    let there: BTreeSet<u32> = shares.iter().map(|(_, record)| number(record)).collect();
    let missing: Vec<String> =
        (1..=of).filter(|number| !there.contains(number)).map(|number| number.to_string()).collect();
    match missing.is_empty() {
        true => Ok(()),
        false => Err(MergeError::Gap { of, missing: missing.join(", ") }),
    }
}

/// Adds the answers of a share. The same content can be in several, and must have come to the same everywhere.
fn join_answers(whole: &mut Record, share: &Record) -> Result<(), String> {
    for (exercise, answers) in &share.answers {
        let known = whole.answers.entry(exercise.clone()).or_default();
        for (hash, answer) in answers {
            let without_timing = |answer: &Answer| Answer { timing: None, ..answer.clone() };
            match known.get(hash) {
                Some(other) if without_timing(other) != without_timing(answer) => {
                    return Err(format!(
                        "an answer to {exercise} ({hash}) was judged differently. Grade all shares again."
                    ));
                }
                Some(_) => {}
                None => {
                    known.insert(hash.clone(), answer.clone());
                }
            }
        }
    }
    Ok(())
}

/// Shares run side by side: the whole took as long as the longest, and did what all did.
fn joined(one: Option<&RunTiming>, other: Option<&RunTiming>) -> Option<RunTiming> {
    let (one, other) = (one?, other?);
    Some(RunTiming {
        seconds: one.seconds.max(other.seconds),
        judged: one.judged + other.judged,
        known: one.known + other.known,
    })
}

/// Every exercise must be there once.
fn is_even(student: &Student, order: &BTreeMap<String, usize>) -> Result<(), MergeError> {
    for exercise in order.keys() {
        let times = student.results.iter().filter(|result| result.exercise == *exercise).count();
        if times != 1 {
            let (student, exercise) = (student.id.to_string(), exercise.clone());
            return Err(MergeError::Uneven { student, exercise, times });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;
    use crate::record::sample;

    /// The sample class in so many shares.
    fn shares(of: u32) -> Vec<(String, Record)> {
        let share = |number: u32| {
            let mut record = sample::class();
            record.share = Share { number: NonZeroU32::new(number).unwrap(), of: NonZeroU32::new(of).unwrap() };
            let mut turn = 0;
            for student in &mut record.students {
                student.results.retain(|_| {
                    turn += 1;
                    turn % of == number - 1
                });
                student.add_up();
            }
            let used: BTreeSet<(String, String)> = record
                .students
                .iter()
                .flat_map(|student| &student.results)
                .filter_map(|result| Some((result.exercise.clone(), result.answer.clone()?)))
                .collect();
            for (exercise, answers) in &mut record.answers {
                answers.retain(|hash, _| used.contains(&(exercise.clone(), hash.clone())));
            }
            record.answers.retain(|_, answers| !answers.is_empty());
            record.similar = Vec::new();
            (format!("share-{number}"), record)
        };
        (1..=of).map(share).collect()
    }

    #[test]
    fn shares_make_the_whole_in_any_order() {
        let whole = Record { similar: Vec::new(), ..sample::class() };
        for of in [1, 2, 5] {
            let mut shares = shares(of);
            shares.reverse();
            assert_eq!(merge(shares).unwrap(), whole, "{of}");
        }
    }

    #[test]
    fn shares_that_do_not_belong_together_are_refused() {
        type Change = fn(&mut Record);
        let cases: [(Change, &str); 8] = [
            (
                |record| record.course.title.push('x'),
                "share-1 and share-2 do not belong together: they are of different courses.",
            ),
            (|record| record.course.fingerprint.push('x'), "hidden tests, judges or toolchain were not the same"),
            (|record| record.settings.policy.push('x'), "roster, times, points or policy were not the same"),
            (|record| record.settings.trusted = true, "they were graded with other options"),
            (|record| record.share.of = NonZeroU32::new(3).unwrap(), "they are shares of another number of shares"),
            (|record| drop(record.students.pop()), "the submissions were not the same"),
            (
                |record| record.share.number = NonZeroU32::MIN,
                "share-1 and share-2 are both share 1 of 2. Give each share once.",
            ),
            (
                |record| {
                    let answers = record.answers.values_mut().flat_map(BTreeMap::values_mut);
                    answers.for_each(|answer| answer.outcome = crate::record::Outcome::CompileError);
                },
                "was judged differently",
            ),
        ];
        for (change, expected) in cases {
            let mut shares = shares(2);
            change(&mut shares[1].1);
            let error = merge(shares).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}\ndoes not hold\n{expected}");
        }
    }

    #[test]
    fn gaps_and_overlaps_are_refused() {
        let mut five = shares(5);
        five.remove(3);
        five.remove(1);
        assert_eq!(merge(five).unwrap_err().to_string(), "of 5 shares, 2, 4 are missing. Give all of them.");
        assert_eq!(merge(Vec::new()), Err(MergeError::Nothing));

        let mut overlapping = shares(2);
        let more = overlapping[0].1.students[0].results[0].clone();
        overlapping[1].1.students[0].results.push(more);
        assert!(matches!(merge(overlapping), Err(MergeError::Uneven { times: 2, .. })));
        let mut hole = shares(2);
        hole[1].1.students[0].results.clear();
        assert!(matches!(merge(hole), Err(MergeError::Uneven { times: 0, .. })));
    }
}
