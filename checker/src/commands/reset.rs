//! `threadlings reset`: the exercise as it was handed out; the answer so far is kept.

use std::fs;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

use colored::Colorize;

use super::print;
use crate::course::{Course, Exercise};
use crate::exit::{Exit, Stop};
use crate::progress::{self, replace, unused};

/// Asks, unless `yes`, and puts the starter in the place of the answer.
///
/// # Errors
/// If there is no such exercise, or a file cannot be written.
pub fn run(course: &Course, name: &str, yes: bool) -> anyhow::Result<Exit> {
    let exercise = super::named(course, name)?;
    if !yes {
        print::out(&format!("Put {} back to its start? A copy of your answer is kept. [y/N] ", exercise.shown_path()))?;
        if !agreed(&mut io::stdin().lock()) {
            print::out("\nNothing was changed. With --yes there is no question.\n")?;
            return Ok(Exit::Failure);
        }
    }
    let backup = reset(course, exercise)?;
    let mut text = format!("{} {} is as it was handed out.\n", "✓".green(), exercise.shown_path());
    if let Some(backup) = backup {
        text += &format!("Your answer was kept as {}\n", course.shown(&backup));
    }
    print::out(&text)?;
    Ok(Exit::Success)
}

/// Puts the starter in the place of the answer and gives the path of the answer's copy, if there was an answer.
///
/// # Errors
/// If a file cannot be read or written, or something that is not a file is in the way.
pub fn reset(course: &Course, exercise: &Exercise) -> Result<Option<PathBuf>, Stop> {
    let answer = course.answer(exercise);
    let starter = fs::read(course.starter(exercise)).map_err(|error| {
        Stop::environment(format!(
            "{} cannot be read: {error}. Restore it from git.",
            course.starter(exercise).display()
        ))
    })?;
    let backup = match fs::symlink_metadata(&answer) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Ok(metadata) if metadata.is_dir() => {
            let remedy = "Move it away, then reset again.";
            return Err(Stop::environment(format!("{} is a directory. {remedy}", answer.display())));
        }
        _ => Some(keep(course, exercise, &answer)?),
    };
    let refused = |error| {
        Stop::environment(format!("{} cannot be written: {error}. Make its folder writable.", answer.display()))
    };
    fs::create_dir_all(answer.parent().expect("an answer lies in a folder")).map_err(refused)?;
    replace(&answer, &starter).map_err(refused)?;
    Ok(backup)
}

/// Copies the answer to where neither the watcher nor cargo looks.
fn keep(course: &Course, exercise: &Exercise, answer: &Path) -> Result<PathBuf, Stop> {
    let folder = progress::folder(course).join("backups").join(&exercise.chapter);
    let refused = |error| {
        Stop::environment(format!(
            "your answer cannot be copied to {}: {error}. Make that folder writable; nothing was changed.",
            folder.display()
        ))
    };
    fs::create_dir_all(&folder).map_err(refused)?;
    let backup = unused(|number| folder.join(format!("{}-{number}.rs", exercise.name)));
    fs::copy(answer, &backup).map_err(refused)?;
    Ok(backup)
}

/// Whether the next line says yes. The end of the input says no.
pub(super) fn agreed(input: &mut impl BufRead) -> bool {
    let mut line = String::new();
    let read = input.read_line(&mut line);
    read.is_ok() && matches!(line.trim().to_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::sample;

    #[test]
    fn only_a_yes_is_a_yes() {
        for (input, expected) in [("y\n", true), ("Yes\r\n", true), ("\n", false), ("", false), ("no\n", false)] {
            assert_eq!(agreed(&mut input.as_bytes()), expected, "{input:?}");
        }
    }

    #[test]
    fn every_reset_keeps_a_copy_of_its_own() {
        let (_folder, course) = sample::course_on_disk();
        let exercise = course.exercises().next().unwrap();
        for (number, text) in [(1, "first"), (2, "second")] {
            fs::write(course.answer(exercise), text).unwrap();
            let backup = reset(&course, exercise).unwrap().unwrap();
            assert_eq!(course.shown(&backup), format!(".threadlings/backups/01_threads/spawn_and_join-{number}.rs"));
            assert_eq!(fs::read_to_string(backup).unwrap(), text);
            assert_eq!(fs::read_to_string(course.answer(exercise)).unwrap(), "// starter of spawn_and_join\n");
        }
    }

    #[test]
    fn a_missing_answer_comes_back_with_its_folder() {
        let (_folder, course) = sample::course_on_disk();
        let exercise = course.exercises().next().unwrap();
        fs::remove_dir_all(course.root.join("exercises")).unwrap();
        assert_eq!(reset(&course, exercise).unwrap(), None);
        assert!(course.answer(exercise).is_file());
    }

    #[test]
    fn a_directory_in_the_way_stays() {
        let (_folder, course) = sample::course_on_disk();
        let exercise = course.exercises().next().unwrap();
        fs::remove_file(course.answer(exercise)).unwrap();
        fs::create_dir(course.answer(exercise)).unwrap();
        assert!(reset(&course, exercise).unwrap_err().to_string().contains("Move it away"));
        assert!(course.answer(exercise).is_dir());
    }
}
