//! `threadlings list`: chapters, exercises and how far the learner is.

use ratatui::style::Stylize;
use ratatui::text::{Line, Span, Text};
use serde_json::{Value, json};

use super::print;
use crate::course::{Course, Exercise};
use crate::exit::Exit;
use crate::progress::{Progress, Store};

/// Prints the table, or the same as one line of JSON.
///
/// # Errors
/// If standard output cannot be written.
pub fn run(course: &Course, json: bool) -> anyhow::Result<Exit> {
    let (progress, warning) = Store::of(course).load();
    if let Some(warning) = warning {
        print::warn(&warning);
    }
    let shown = match json {
        true => format!("{}\n", value(course, &progress)),
        false => print::paint(&table(course, &progress)),
    };
    print::out(&shown)?;
    Ok(Exit::Success)
}

/// The version of the form of the JSON below. It grows when a reader would have to change.
const VERSION: u32 = 1;

fn value(course: &Course, progress: &Progress) -> Value {
    let current = progress.current(course);
    let exercise = |exercise: &Exercise| {
        json!({
            "name": exercise.name,
            "path": exercise.shown_path(),
            "judges": exercise.judges,
            "points": exercise.points,
            "solved": progress.solved(exercise),
            "current": exercise.name == current.name,
            "hints": exercise.hints.len(),
            "hints_shown": progress.hints(exercise),
        })
    };
    let chapters = course.chapters.iter().map(|chapter| {
        let exercises: Vec<Value> = chapter.exercises.iter().map(exercise).collect();
        json!({ "directory": chapter.directory, "title": chapter.title, "exercises": exercises })
    });
    json!({ "version": VERSION, "title": course.title, "chapters": chapters.collect::<Vec<_>>() })
}

fn table(course: &Course, progress: &Progress) -> Text<'static> {
    let current = progress.current(course);
    let widest = course.exercises().map(|exercise| exercise.name.len()).max().unwrap_or(0);
    let mut text = Text::default();
    for chapter in course.chapters.iter().filter(|chapter| !chapter.exercises.is_empty()) {
        let folder = Span::from(format!("  exercises/{}", chapter.directory)).dim();
        text.push_line(Line::from(vec![Span::from(chapter.title.clone()).bold(), folder]));
        for exercise in &chapter.exercises {
            let (mark, state) = if progress.solved(exercise) {
                ("✓".green(), "solved")
            } else if exercise.name == current.name {
                ("→".cyan().bold(), "you are here")
            } else {
                ("·".into(), "")
            };
            let rest = format!(" {:widest$}  {:>3} points  {state}", exercise.name, exercise.points);
            text.push_line(Line::from(vec![Span::raw("  "), mark, Span::from(rest)]));
        }
        text.push_line("");
    }
    let solved = || course.exercises().filter(|exercise| progress.solved(exercise));
    text.push_line(format!(
        "{} of {} exercises solved, {} of {} points",
        solved().count(),
        course.exercises().count(),
        points(solved()),
        points(course.exercises()),
    ));
    text
}

fn points<'course>(exercises: impl Iterator<Item = &'course Exercise>) -> u32 {
    exercises.map(|exercise| exercise.points).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::sample;

    #[test]
    fn the_table_shows_what_is_solved_and_where_the_learner_is() {
        let course = sample::course();
        let mut progress = Progress::default();
        progress.solve(course.exercises().next().unwrap());
        insta::assert_snapshot!(table(&course, &progress), @"
        Threads  exercises/01_threads
          ✓ spawn_and_join     10 points  solved
          → move_into_thread   10 points  you are here

        Locks  exercises/02_locks
          · mutex_counter      10 points  
          · lock_ordering      10 points  

        1 of 4 exercises solved, 10 of 40 points
        ");
    }

    #[test]
    fn json_holds_the_same() {
        let course = sample::course();
        let mut progress = Progress::default();
        progress.solve(course.exercises().next().unwrap());
        let value = value(&course, &progress);
        let names =
            value["chapters"].as_array().unwrap().iter().flat_map(|chapter| chapter["exercises"].as_array().unwrap());
        let solved =
            |name: &str| names.clone().find(|exercise| exercise["name"] == name).map(|it| it["solved"] == true);
        assert_eq!([solved("spawn_and_join"), solved("mutex_counter")], [Some(true), Some(false)]);
        assert_eq!(value["chapters"][0]["exercises"][1]["current"], true);
        assert_eq!(value["chapters"][0]["exercises"][1]["judges"][0], "schedules");
    }
}
