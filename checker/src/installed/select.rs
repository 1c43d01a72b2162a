//! Which files of a clone an installed program carries with it. The build script is made of this file, too.

use std::path::Path;

/// Files that are needed: the course, and what cargo wants to see of the workspace that the judges are built in.
const FILES: &[&str] = &[
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "checker/Cargo.toml",
    "checker/grade/Cargo.toml",
    "checker/grade/src/lib.rs",
    "checker/grade/src/main.rs",
    "checker/src/lib.rs",
    "checker/src/main.rs",
    "checker/trybuild/Cargo.toml",
    "checker/trybuild/src/main.rs",
    "exercises/Cargo.toml",
    "exercises/README.md",
    "exercises/main.rs",
    "info.toml",
    "rust-toolchain.toml",
    "solutions/Cargo.toml",
    "solutions/main.rs",
];

/// Folders of which everything is needed that [`is_spare`] does not name.
pub(super) const FOLDERS: &[&str] =
    &["checker/benches", "checker/grade/benches", "checker/harness", "checker/hidden", "exercises", "solutions"];

/// Whether only authors need what lies in that folder.
fn is_spare(folder: &str) -> bool {
    let name = folder.rsplit('/').next().unwrap_or(folder);
    let is_answers = folder.starts_with("checker/hidden/") && matches!(name, "wrong" | "alternatives");
    is_answers || matches!(name, "target" | "tests")
}

/// The paths of all files that are needed, from the root of the clone, in order.
///
/// # Panics
/// If the clone cannot be read.
pub(super) fn select(clone: &Path) -> Vec<String> {
    let mut files: Vec<String> = FILES.iter().map(|file| (*file).to_owned()).collect();
    for folder in FOLDERS {
        walk(clone, folder, &mut files);
    }
    files.sort();
    files.dedup();
    files
}

fn walk(clone: &Path, folder: &str, files: &mut Vec<String>) {
    let entries = std::fs::read_dir(clone.join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    for entry in entries {
        let entry = entry.unwrap_or_else(|error| panic!("{folder}: {error}"));
        let name = entry.file_name().into_string().unwrap_or_default();
        let path = format!("{folder}/{name}");
        // Answers are the learner's; what was handed out lies in the hidden folder.
        let is_answer = folder.starts_with("exercises/") && name.ends_with(".rs");
        if entry.path().is_dir() {
            if !is_spare(&path) {
                walk(clone, &path, files);
            }
        } else if !name.is_empty() && !name.starts_with('.') && !is_answer {
            files.push(path);
        }
    }
}
