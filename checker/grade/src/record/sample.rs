//! Records for tests.

use std::collections::BTreeMap;

use super::{
    Answer, CourseStamp, ExerciseStamp, Feedback, Outcome, Points, Record, SCHEMA, Settings, Share, Trust, TrustLevel,
};

/// A record without students, over these exercises: chapter, name, points.
pub(crate) fn record(exercises: &[(&str, &str, u32)]) -> Record {
    let exercise = |&(chapter, name, points): &(&str, &str, u32)| ExerciseStamp {
        name: name.into(),
        chapter: chapter.into(),
        chapter_title: chapter.trim_start_matches(|first: char| !first.is_alphabetic()).replace('_', " "),
        possible: Points::whole(points),
    };
    Record {
        schema: SCHEMA.into(),
        course: CourseStamp {
            title: "threadlings".into(),
            fingerprint: "0123456789abcdef".into(),
            exercises: exercises.iter().map(exercise).collect(),
        },
        settings: Settings { version: "0.1.0".into(), ..Settings::default() },
        share: Share::WHOLE,
        notes: Vec::new(),
        students: Vec::new(),
        similar: Vec::new(),
        answers: BTreeMap::new(),
        timing: None,
    }
}

/// An answer that came to that, and nothing else is known about it.
pub(crate) fn answer(outcome: Outcome) -> Answer {
    let trust = Trust { level: TrustLevel::Sealed, missing: Vec::new(), review: Vec::new() };
    Answer { outcome, trust, feedback: Feedback::default(), prints: Vec::new(), timing: None }
}
