//! `exercises/Cargo.toml` and `solutions/Cargo.toml`, which editors read: the list of files in them is kept by the tool.

use std::path::PathBuf;

use super::{Notes, Rule};
use crate::course::Course;

/// The folders with a manifest.
pub const FOLDERS: [&str; 2] = ["exercises", "solutions"];

/// The comment above the list.
const MARKER: &str =
    "# Every file is a crate of its own, so that an editor understands it and errors stay where they are.";

/// The manifest of one of [`FOLDERS`].
pub fn path(course: &Course, folder: &str) -> PathBuf {
    course.root.join(folder).join("Cargo.toml")
}

/// The list of files, with the comment above it.
pub fn list(course: &Course) -> String {
    let mut text = format!("{MARKER}\n");
    for exercise in course.exercises() {
        let (name, chapter, file) = (&exercise.name, &exercise.chapter, exercise.file());
        text += &format!("\n[[example]]\nname = \"{name}\"\npath = \"{chapter}/{file}\"\ncrate-type = [\"lib\"]\n");
    }
    text
}

/// A manifest with the list as it should be. What stands above the list is the author's.
pub fn updated(text: &str, list: &str) -> String {
    let end = [MARKER, "[[example]]"].iter().filter_map(|start| text.find(start)).min().unwrap_or(text.len());
    format!("{}\n\n{list}", text[..end].trim_end())
}

/// The manifest of a workspace that consists of these folders.
pub fn workspace(folders: &[&str]) -> String {
    format!("# So that editors understand every file.\n\n[workspace]\nresolver = \"3\"\nmembers = {folders:?}\n")
}

/// What cargo needs for a package whose files are all examples.
pub const MAIN: &str = include_str!("main.rs.txt");

/// A whole manifest for a folder of a workspace that holds nothing else. The crates are those that the exercises name.
pub fn alone(course: &Course, folder: &str) -> String {
    let mut crates: Vec<&str> = course.exercises().flat_map(|exercise| &exercise.crates).map(String::as_str).collect();
    crates.sort_unstable();
    crates.dedup();
    let crates: String = crates.iter().filter_map(|name| Some(format!("{}\n", dependency(name)?))).collect();
    let head = format!(
        "[package]\nname = \"{folder}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [[bin]]\nname = \"{folder}\"\npath = \"main.rs\"\ntest = false\n\n\
         [dev-dependencies]\n{crates}"
    );
    updated(&head, &list(course))
}

/// The line for a crate that answers may use.
fn dependency(name: &str) -> Option<&'static str> {
    let lines = [
        ("crossbeam", "crossbeam = \"0.8\""),
        ("dashmap", "dashmap = \"6\""),
        ("parking_lot", "parking_lot = \"0.12\""),
        ("rayon", "rayon = \"1\""),
        ("tokio", "tokio = { version = \"1\", features = [\"full\"] }"),
    ];
    lines.into_iter().find(|(known, _)| *known == name).map(|(_, line)| line)
}

pub(super) fn check(notes: &mut Notes<'_>) {
    let course = notes.course;
    let list = list(course);
    for folder in FOLDERS {
        let file = path(course, folder);
        let Some(text) = notes.text(&file) else { continue };
        let updated = updated(&text, &list);
        if text != updated {
            let line = text.lines().zip(updated.lines()).take_while(|(one, other)| one == other).count() + 1;
            let message = "the list of files is not up to date; `threadlings dev check --fix` writes it.";
            notes.add(&file, line, Rule::Manifest, message);
        }
        for name in course.exercises().flat_map(|exercise| &exercise.crates) {
            let is_there =
                |line: &str| line.trim_start().strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '.', '=']));
            if !text.lines().any(is_there) {
                let message = format!("an exercise uses `{name}`, which is no dependency here. Add it.");
                notes.add(&file, 1, Rule::Manifest, message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::sample;

    #[test]
    fn the_head_is_the_authors_and_the_list_is_ours() {
        let list = format!("{MARKER}\n\n[[example]]\nname = \"a\"\n");
        let head = "[package]\nname = \"x\"\n";
        let whole = format!("{head}\n{list}");
        assert_eq!(updated(head, &list), whole);
        assert_eq!(updated(&whole, &list), whole);
        assert_eq!(updated(&format!("{head}\n[[example]]\nname = \"old\"\n"), &list), whole);
    }

    #[test]
    fn a_manifest_that_stands_alone_is_one_for_cargo() {
        let mut course = sample::course();
        course.chapters[0].exercises[0].crates = vec!["tokio".into(), "rayon".into()];
        let text = alone(&course, "exercises");
        let manifest: toml::Table = toml::from_str(&text).unwrap();
        assert_eq!(manifest["example"].as_array().unwrap().len(), 4);
        assert_eq!(manifest["dev-dependencies"].as_table().unwrap().len(), 2);
        for name in crate::course::KNOWN_CRATES {
            assert!(dependency(name).is_some(), "{name}");
        }
    }
}
