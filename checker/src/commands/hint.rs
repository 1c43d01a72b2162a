//! `threadlings hint`: one step more with every call.

use colored::Colorize;

use super::print;
use crate::course::Course;
use crate::exit::Exit;
use crate::progress::Store;
use crate::watch::prose;

/// Shows the steps so far and one more.
///
/// # Errors
/// If there is no such exercise.
pub fn run(course: &Course, name: Option<&str>) -> anyhow::Result<Exit> {
    let store = Store::of(course);
    let (progress, warning) = store.load();
    if let Some(warning) = warning {
        print::warn(&warning);
    }
    let exercise = super::exercise(course, &progress, name)?;
    let before = progress.hints(exercise);
    let steps = (before + 1).min(exercise.hints.len());
    if let Err(error) = store.update(|progress| progress.show_hints(exercise, steps)) {
        print::warn(&error.to_string());
    }

    let mut text = format!("{}\n", exercise.shown_path().bold());
    for (number, hint) in exercise.hints[..steps].iter().enumerate() {
        let title = format!("Hint {} of {}", number + 1, exercise.hints.len());
        text += &format!("\n{}\n{}", title.cyan().bold(), print::paint(&prose::wrap(hint, print::width().min(80))));
    }
    text += "\n";
    text += &if steps < exercise.hints.len() {
        format!("One step more: {}\n", course.call(&format!("hint {}", exercise.name)))
    } else {
        let call = course.call(&format!("solution {} --spoil", exercise.name));
        format!("That was the last one. If nothing else helps: {call}\n")
    };
    print::out(&text)?;
    Ok(Exit::Success)
}
