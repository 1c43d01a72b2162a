//! Records for tests.

use std::collections::BTreeMap;

use super::{CourseStamp, ExerciseStamp, Points, Record, SCHEMA, Settings, Share};

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
        students: Vec::new(),
        answers: BTreeMap::new(),
        timing: None,
    }
}
