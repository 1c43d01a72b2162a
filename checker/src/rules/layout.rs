//! Which files there are: all that an exercise needs, and no others.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::{Notes, Rule};
use crate::course::Exercise;
use crate::verdict::Judge;

/// How many wrong answers and alternatives an exercise for learners has at least.
const LEAST: [(&str, usize); 2] = [("wrong", 2), ("alternatives", 1)];

/// Files of an exercise that must be there. Those without which there is no course have been looked for when it was
/// read.
pub(super) fn check(exercise: &Exercise, notes: &mut Notes<'_>) {
    let course = notes.course;
    let folder = course.hidden(exercise);
    let line = exercise.lines.name;
    if course.learners {
        let answer = course.answer(exercise);
        if !answer.is_file() {
            let message = format!("`{}` has no {}; copy its starter.rs there.", exercise.name, course.shown(&answer));
            notes.add_to_info(line, Rule::Layout, message);
        }
        for (kind, least) in LEAST {
            let count = rust_files(&folder.join(kind)).len();
            if count < least {
                let folder = course.shown(&folder.join(kind));
                let message = format!("`{}` has {count} files in {folder}; it needs at least {least}.", exercise.name);
                notes.add_to_info(line, Rule::Layout, message);
            }
        }
    }
    let misuse = folder.join("misuse");
    let has_programs = !rust_files(&misuse).is_empty();
    let is_quiz = folder.join("broken.toml").is_file();
    if exercise.judged_by(Judge::Misuse) && !has_programs && !is_quiz {
        let message = format!(
            "`{}` names the judge misuse, but there is no program in {}.",
            exercise.name,
            course.shown(&misuse)
        );
        notes.add_to_info(line, Rule::Layout, message);
    }
    if !exercise.judged_by(Judge::Misuse) && has_programs {
        let message =
            format!("nobody judges these programs. Name the judge misuse for `{}` in info.toml.", exercise.name);
        notes.add(&misuse, 1, Rule::Layout, message);
    }
}

/// Files that belong to nothing that `info.toml` speaks of.
pub(super) fn find_strays(notes: &mut Notes<'_>) {
    let course = notes.course;
    let mut known: HashSet<PathBuf> = HashSet::new();
    for exercise in course.exercises() {
        let folder = course.hidden(exercise);
        known.extend([course.answer(exercise), course.solution(exercise), course.starter(exercise)]);
        known.extend(["tests.rs", "broken.toml"].map(|file| folder.join(file)));
        for kind in ["wrong", "alternatives", "misuse"] {
            known.extend(rust_files(&folder.join(kind)));
        }
    }
    let [exercises, solutions] = ["exercises", "solutions"].map(|folder| course.root.join(folder));
    for folder in [&exercises, &solutions] {
        known.extend(["Cargo.toml", "README.md", "main.rs"].map(|file| folder.join(file)));
        known.extend(course.chapters.iter().map(|chapter| folder.join(&chapter.directory).join("README.md")));
    }
    for folder in [course.root.join(&course.hidden), exercises, solutions] {
        look_through(&folder, &known, notes);
    }
}

fn look_through(folder: &Path, known: &HashSet<PathBuf>, notes: &mut Notes<'_>) {
    for path in entries(folder) {
        if is_personal(&path) || known.contains(&path) {
            continue;
        }
        if !path.is_dir() {
            let message = "belongs to no exercise in info.toml. Describe the exercise there, or move the file away.";
            notes.add(&path, 1, Rule::Stray, message);
        } else if known.iter().any(|file| file.starts_with(&path)) {
            look_through(&path, known, notes);
        } else if entries(&path).iter().any(|path| !is_personal(path)) {
            let message = "nothing in this folder belongs to an exercise or a chapter in info.toml.";
            notes.add(&path, 1, Rule::Stray, message);
        }
    }
}

/// What an editor or the system leaves behind.
fn is_personal(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || name.ends_with(".bk")
}

/// The Rust files in a folder, in order; none if there is no folder.
pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs") && path.is_file();
    entries(folder).into_iter().filter(is_rust).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    entries.sort();
    entries
}
