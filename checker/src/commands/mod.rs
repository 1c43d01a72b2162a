//! The commands, and what they share. Together with the watch mode they are the only ones to print.

mod companion;
pub mod dev;
pub mod doctor;
pub mod grade;
pub mod hint;
pub mod init;
mod interrupt;
pub mod list;
pub mod merge;
pub mod print;
pub mod progress;
pub mod replay;
pub mod reset;
pub mod run;
pub mod solution;
pub mod verify;

pub use interrupt::{end_if_signalled, end_on_signals};

use std::collections::HashSet;

use crate::course::{Course, Exercise};
use crate::exit::Stop;
use crate::progress::Progress;

/// The exercise of that name, or without a name the one the learner is at.
///
/// # Errors
/// If there is none of that name; the error suggests the nearest.
pub fn exercise<'course>(
    course: &'course Course,
    progress: &Progress,
    name: Option<&str>,
) -> Result<&'course Exercise, Stop> {
    match name {
        None => Ok(progress.current(course)),
        Some(name) => named(course, name),
    }
}

/// The exercise of that name. A path to its file is a name, too.
///
/// # Errors
/// If there is none of that name; the error suggests the nearest.
pub fn named<'course>(course: &'course Course, name: &str) -> Result<&'course Exercise, Stop> {
    let stem = name.rsplit('/').next().unwrap_or(name);
    let stem = stem.strip_suffix(".rs").unwrap_or(stem);
    course.exercise(stem).ok_or_else(|| {
        let nearest = nearest(course, stem).map_or(String::new(), |nearest| format!(" Did you mean `{nearest}`?"));
        let list = course.call("list");
        Stop::usage(format!("there is no exercise `{name}`.{nearest} `{list}` shows all of them."))
    })
}

/// The exercises with these names, and all of the chapters with these names; without names, all there are. In the order
/// of the course, each once.
///
/// # Errors
/// If there is none of a name; the error suggests the nearest.
pub fn selected<'course>(course: &'course Course, names: &[String]) -> Result<Vec<&'course Exercise>, Stop> {
    let mut wanted = HashSet::new();
    for name in names {
        let folder = name.trim_end_matches('/').rsplit('/').next().unwrap_or(name);
        match course.chapters.iter().find(|chapter| chapter.directory == folder) {
            Some(chapter) => wanted.extend(chapter.exercises.iter().map(|exercise| exercise.name.as_str())),
            None => wanted.extend([named(course, name)?.name.as_str()]),
        }
    }
    Ok(course.exercises().filter(|exercise| names.is_empty() || wanted.contains(exercise.name.as_str())).collect())
}

/// The name that is close enough to have been meant.
fn nearest<'course>(course: &'course Course, name: &str) -> Option<&'course str> {
    let names = course.exercises().map(|exercise| exercise.name.as_str());
    let (distance, nearest) = names.map(|other| (strsim::levenshtein(name, other), other)).min()?;
    let part = || course.exercises().map(|exercise| exercise.name.as_str()).find(|other| other.contains(name));
    if distance <= 1 + nearest.len() / 3 { Some(nearest) } else { part().filter(|_| name.len() > 2) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::sample;

    #[test]
    fn a_slip_is_recognised() {
        let course = sample::course();
        let cases = [
            ("spawn_and_jion", Some("spawn_and_join")),
            ("mutexcounter", Some("mutex_counter")),
            ("mutex", Some("mutex_counter")),
            ("x", None),
            ("something_else_altogether", None),
        ];
        for (name, expected) in cases {
            assert_eq!(nearest(&course, name), expected, "{name}");
        }
    }

    #[test]
    fn chapters_and_exercises_are_selected_in_the_order_of_the_course() {
        let course = sample::course();
        let select = |names: &[&str]| -> Result<Vec<String>, String> {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let selected = selected(&course, &names).map_err(|error| error.to_string())?;
            Ok(selected.into_iter().map(|exercise| exercise.name.clone()).collect())
        };
        let all = ["spawn_and_join", "move_into_thread", "mutex_counter", "lock_ordering"];
        assert_eq!(select(&[]).unwrap(), all);
        assert_eq!(select(&["exercises/02_locks/", "move_into_thread", "lock_ordering"]).unwrap(), all[1..]);
        assert!(select(&["02_lock"]).unwrap_err().starts_with("there is no exercise `02_lock`"));
    }

    #[test]
    fn a_path_is_a_name() {
        let course = sample::course();
        assert_eq!(named(&course, "exercises/02_locks/mutex_counter.rs").unwrap().name, "mutex_counter");
        let error = named(&course, "mutex_conter").unwrap_err().to_string();
        assert!(error.contains("Did you mean `mutex_counter`?"), "{error}");
    }
}
