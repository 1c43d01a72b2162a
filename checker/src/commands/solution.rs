//! `threadlings solution`: one good answer, for those who have their own.

use super::print;
use crate::course::Course;
use crate::exit::{Exit, Stop};
use crate::progress::Store;

/// Prints the solution if the exercise is solved, or the learner insists.
///
/// # Errors
/// If there is no such exercise, or it is not solved.
pub fn run(course: &Course, name: &str, spoil: bool) -> anyhow::Result<Exit> {
    let exercise = super::named(course, name)?;
    let (progress, warning) = Store::of(course).load();
    if let Some(warning) = warning {
        print::warn(&warning);
    }
    if !spoil && !progress.solved(exercise) {
        let name = &exercise.name;
        let (hint, spoil) = (course.call(&format!("hint {name}")), course.call(&format!("solution {name} --spoil")));
        let message =
            format!("`{name}` is not solved yet. `{hint}` helps on; `{spoil}` shows the solution all the same.");
        return Err(Stop::usage(message).into());
    }
    let path = course.solution(exercise);
    let text = std::fs::read_to_string(&path).map_err(|error| {
        Stop::environment(format!("{} cannot be read: {error}. Restore it from git.", path.display()))
    })?;
    print::note(&path.display().to_string());
    print::out(&text)?;
    Ok(Exit::Success)
}
