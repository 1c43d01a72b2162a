//! What rustfmt and clippy say.

use std::path::PathBuf;

use rayon::prelude::*;

use super::layout::rust_files;
use super::{Notes, Rule, Scope};
use crate::judge::{Cancel, JudgeError, Lint, Workshop};
use crate::source::Source;

pub(super) fn check(
    scope: &Scope<'_>,
    workshop: &Workshop,
    cancel: &Cancel,
    notes: &mut Notes<'_>,
) -> Result<(), JudgeError> {
    let course = scope.course;
    for place in workshop.unformatted(&files(scope), cancel)? {
        let message = match place.message.is_empty() {
            true => "is not formatted; `threadlings dev check --fix` formats it.".to_owned(),
            false => format!("cannot be formatted: {}.", place.message),
        };
        notes.add(&place.file, place.line, Rule::Format, message);
    }
    if !course.learners {
        // Nobody reads these solutions to learn how it is done.
        return Ok(());
    }
    let look = |exercise: &&_| -> Result<(PathBuf, Vec<Lint>), JudgeError> {
        let file = course.solution(exercise);
        // What cannot be read has been noted, and what cannot be judged will be.
        let Ok(source) = Source::read(&file) else { return Ok((file, Vec::new())) };
        let lints = workshop.lints(exercise, &source, cancel)?;
        Ok((file, lints))
    };
    let found: Result<Vec<_>, JudgeError> = scope.exercises.par_iter().map(look).collect();
    for (file, lints) in found? {
        for lint in lints {
            notes.add(&file, lint.line, Rule::Clippy, lint.message);
        }
    }
    Ok(())
}

/// The files that must be formatted. What learners get is the starter, which is looked at in its place.
pub fn files(scope: &Scope<'_>) -> Vec<PathBuf> {
    let course = scope.course;
    let of_one = |exercise: &&_| {
        let folder = course.hidden(exercise);
        let mut files = vec![course.starter(exercise), course.solution(exercise), folder.join("tests.rs")];
        for kind in ["wrong", "alternatives", "misuse"] {
            files.extend(rust_files(&folder.join(kind)));
        }
        files
    };
    scope.exercises.iter().flat_map(of_one).collect()
}
