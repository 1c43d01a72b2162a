//! The record of a class whose contents are judged.

use std::collections::BTreeMap;

use threadlings::course::Exercise;
use threadlings::judge::Bounds;

use super::Request;
use super::judging::Judging;
use super::plan::{HandedIn, Item, Plan, Planned};
use super::store::Store;
use crate::record::{
    Answer, CourseStamp, ExerciseStamp, NotGraded, Outcome, Points, Record, SCHEMA, Settings, Student, StudentResult,
};

pub(super) fn record(
    request: &Request<'_>,
    judging: &Judging<'_>,
    store: &Store,
    plan: Plan,
) -> anyhow::Result<Record> {
    let mut answers: BTreeMap<String, BTreeMap<String, Answer>> = BTreeMap::new();
    for content in plan.contents() {
        // The contents that are not there are those that the grader failed at.
        let answer = store.answer(content).or_else(|| store.failure(content));
        let answer =
            answer.ok_or_else(|| anyhow::anyhow!("the result for an answer to {} is gone", content.exercise))?;
        answers.entry(content.exercise.clone()).or_default().insert(content.hash.clone(), answer);
    }
    let students = plan.students.into_iter().map(|student| self::student(student, &answers)).collect();
    Ok(Record {
        schema: SCHEMA.to_owned(),
        course: CourseStamp {
            title: request.course.title.clone(),
            fingerprint: judging.fingerprint(),
            exercises: request.exercises.iter().map(|exercise| stamp(request, exercise)).collect(),
        },
        settings: settings(request, judging.bounds()),
        share: request.share,
        notes: plan.notes.into_iter().map(Into::into).collect(),
        students,
        similar: Vec::new(),
        answers,
        timing: None,
    })
}

fn stamp(request: &Request<'_>, exercise: &Exercise) -> ExerciseStamp {
    ExerciseStamp {
        name: exercise.name.clone(),
        chapter: exercise.chapter.clone(),
        chapter_title: request.course.chapter_title(exercise).to_owned(),
        possible: Points::whole(exercise.points),
    }
}

fn settings(request: &Request<'_>, bounds: Bounds) -> Settings {
    let limits = [
        ("seconds", bounds.test_seconds),
        ("compile_seconds", request.compile_seconds.map(|_| bounds.compile_seconds)),
        ("memory", request.memory.map(|_| bounds.memory)),
    ];
    Settings {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        trusted: request.trust_code,
        limits: limits.into_iter().filter_map(|(name, limit)| Some((name.to_owned(), limit?))).collect(),
        ..Settings::default()
    }
}

fn student(planned: Planned, answers: &BTreeMap<String, BTreeMap<String, Answer>>) -> Student {
    let results = planned.items.into_iter().map(|item| result(item, answers)).collect();
    Student {
        name: planned.id.clone(),
        id: planned.id,
        submitted: planned.submitted,
        notes: planned.notes.into_iter().map(Into::into).collect(),
        results,
        ..Student::default()
    }
}

fn result(item: Item, answers: &BTreeMap<String, BTreeMap<String, Answer>>) -> StudentResult {
    let (outcome, hash, notes) = match item.handed_in {
        HandedIn::Nothing => (Outcome::NotGraded { because: NotGraded::NothingHandedIn }, None, Vec::new()),
        HandedIn::Unfit(problem) => {
            let outcome = Outcome::Rejected { rule: problem.rule().into() };
            (outcome, None, vec![format!("{} {problem}", item.path).into()])
        }
        HandedIn::Content(content) => {
            let outcome = answers[&content.exercise][&content.hash].outcome.clone();
            (outcome, Some(content.hash), Vec::new())
        }
    };
    StudentResult { path: item.path.into(), notes, ..StudentResult::new(item.exercise, outcome, hash) }
}
