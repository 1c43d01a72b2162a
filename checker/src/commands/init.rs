//! `threadlings init`: the exercises of the course in a folder of the learner's.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use colored::Colorize;

use super::print;
use crate::course::{Course, INFO};
use crate::exit::{Exit, Stop};
use crate::installed::{self, MARKER};
use crate::progress::replace;
use crate::rules::manifest;

/// What [`MARKER`] holds.
const MARKED: &str = "\
# In this folder you work on the exercises of threadlings, which looks for this file. The course itself comes with the
# program.
";

/// What git shall not keep.
const IGNORED: &str = "/target\n";

/// The folder, if none is named.
const FOLDER: &str = "threadlings";

/// Writes what is missing; answers are never touched.
///
/// # Errors
/// If the folder holds something else, or cannot be written.
pub fn run(folder: Option<&Path>) -> anyhow::Result<Exit> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        // Called again where it was called before.
        None if Path::new(MARKER).is_file() => PathBuf::from("."),
        None => PathBuf::from(FOLDER),
    };
    let is_known = check(&folder)?;
    let unwritable = |error: io::Error| {
        Stop::environment(format!("{} cannot be written: {error}. Name another folder.", folder.display()))
    };
    fs::create_dir_all(&folder).map_err(unwritable)?;
    let root = folder.canonicalize().map_err(unwritable)?;
    let course = Course::read_apart(&installed::home()?, &root)?;
    let new = write(&course).map_err(unwritable)?;

    let count = course.exercises().count();
    let shown = folder.display();
    let text = match (is_known, new) {
        (true, 0) => format!("{} {shown} is up to date: {count} exercises.\n", "✓".green()),
        (true, new) => format!("{} {shown} is up to date: {count} exercises, {new} of them new.\n", "✓".green()),
        (false, _) => format!(
            "{} {count} exercises in {} chapters are in {shown}.\n\n    cd {shown}\n    threadlings\n\n\
             The texts of the chapters are exercises/<chapter>/README.md.\n",
            "✓".green(),
            course.chapters.len(),
        ),
    };
    print::out(&text)?;
    Ok(Exit::Success)
}

/// Whether the folder is a learner's already. Anything else must not be in it.
fn check(folder: &Path) -> Result<bool, Stop> {
    let shown = folder.display();
    if folder.join(INFO).is_file() {
        let message = format!("{shown} holds a whole course. Call `threadlings` there, or name another folder.");
        return Err(Stop::usage(message));
    }
    if folder.join(MARKER).is_file() {
        return Ok(true);
    }
    match fs::read_dir(folder) {
        // Only what says nothing about whose folder it is.
        Ok(mut entries) => match entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == ".git")) {
            true => Ok(false),
            false => {
                Err(Stop::usage(format!("{shown} is not empty. Name a folder that is, or that does not exist yet.")))
            }
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Stop::usage(format!("{shown} cannot be read: {error}. Name another folder."))),
    }
}

/// Writes what is missing and what is ours, and gives the number of exercises that are new.
fn write(course: &Course) -> io::Result<usize> {
    let root = &course.root;
    let ours = |path: &str, text: &str| -> io::Result<()> {
        let path = root.join(path);
        if fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        replace(&path, text.as_bytes())
    };
    let brought = |path: &str| -> io::Result<()> { ours(path, &fs::read_to_string(course.home.join(path))?) };
    // First: what was begun and not finished can be begun again.
    ours(MARKER, MARKED)?;
    ours("Cargo.toml", &manifest::workspace(&["exercises"]))?;
    ours("exercises/Cargo.toml", &manifest::alone(course, "exercises"))?;
    ours("exercises/main.rs", manifest::MAIN)?;
    brought("exercises/README.md")?;
    brought("rust-toolchain.toml")?;
    if !root.join(".gitignore").exists() {
        ours(".gitignore", IGNORED)?;
    }
    for chapter in &course.chapters {
        brought(&format!("exercises/{}/README.md", chapter.directory))?;
    }
    let mut new = 0;
    for exercise in course.exercises() {
        // A link or a folder in its place is the learner's, too.
        if fs::symlink_metadata(course.answer(exercise)).is_err() {
            ours(&exercise.shown_path(), &fs::read_to_string(course.starter(exercise))?)?;
            new += 1;
        }
    }
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_empty_folder_or_one_of_ours_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        assert!(!check(&path.join("new")).unwrap());
        assert!(!check(path).unwrap());
        fs::create_dir(path.join(".git")).unwrap();
        assert!(!check(path).unwrap());
        fs::write(path.join("notes.txt"), "").unwrap();
        assert!(check(path).unwrap_err().to_string().contains("is not empty"));
        fs::write(path.join(MARKER), "").unwrap();
        assert!(check(path).unwrap());
        fs::write(path.join(INFO), "").unwrap();
        assert!(check(path).unwrap_err().to_string().contains("whole course"));
    }
}
