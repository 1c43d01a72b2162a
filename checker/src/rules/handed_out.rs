//! What learners get is what was verified.

use super::{Notes, Rule};
use crate::course::Exercise;

pub(super) fn check(exercise: &Exercise, notes: &mut Notes<'_>) {
    let (answer, starter) = (notes.course.answer(exercise), notes.course.starter(exercise));
    if !answer.is_file() {
        // Its absence has been noted.
        return;
    }
    let (Some(handed_out), Some(starter)) = (notes.text(&answer), notes.text(&starter)) else { return };
    if handed_out == starter {
        return;
    }
    let pairs = handed_out.lines().zip(starter.lines());
    let line = pairs.take_while(|(one, other)| one == other).count() + 1;
    let name = &exercise.name;
    let message = format!(
        "differs from the starter. If this is what learners shall get, copy it over {}; else call `threadlings reset {name}`.",
        notes.course.shown(&notes.course.starter(exercise)),
    );
    notes.add(&answer, line, Rule::HandedOut, message);
}
