//! The folder with the submissions of a class.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::text;

/// All submissions of a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// One a student, sorted by name.
    pub entries: Vec<Entry>,
    /// One line for each thing in the folder that is nobody's submission, or not the only one of its name.
    pub notes: Vec<String>,
}

/// One student's submission, not opened yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The student, as the folder or the archive is named.
    pub student: String,
    /// Where it lies.
    pub path: PathBuf,
    /// What it is.
    pub form: Form,
}

/// What a submission is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A folder.
    Folder,
    /// A zip archive.
    Zip,
    /// A compressed tar archive.
    TarGz,
    /// Something that cannot be one: `a symbolic link`, `a named pipe`.
    Other(&'static str),
}

/// Lists the submissions in a folder.
///
/// # Errors
/// If the folder cannot be read.
pub fn class(folder: &Path) -> anyhow::Result<Class> {
    let cannot =
        || format!("{} cannot be read. Name the folder with a folder or an archive a student", folder.display());
    let mut found: Vec<fs::DirEntry> = fs::read_dir(folder).with_context(cannot)?.collect::<Result<_, _>>()?;
    found.sort_by_key(fs::DirEntry::file_name);
    let mut class = Class::default();
    let mut students: BTreeMap<String, Entry> = BTreeMap::new();
    for entry in found {
        let name = entry.file_name();
        // Tools and systems leave hidden files everywhere.
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let kind = entry.file_type().with_context(cannot)?;
        let (student, form) = match () {
            () if kind.is_dir() => (shown(&name), Form::Folder),
            () if !kind.is_file() => (without_extension(&shown(&name)).0, Form::Other(text::kind(kind))),
            () => match without_extension(&shown(&name)) {
                (student, Some(form)) => (student, form),
                (_, None) => {
                    class.notes.push(stray(&shown(&name)));
                    continue;
                }
            },
        };
        let entry = Entry { student: student.clone(), path: entry.path(), form };
        match students.get_mut(&student) {
            None => drop(students.insert(student, entry)),
            Some(first) => {
                // A folder is what an archive may have been unpacked to.
                let (taken, other) = if entry.form < first.form { (&entry, &*first) } else { (&*first, &entry) };
                let name = |entry: &Entry| shown(entry.path.file_name().unwrap_or_default());
                let note = format!(
                    "{student} has handed in twice: {} is graded, {} is not. Remove the wrong one.",
                    name(taken),
                    name(other)
                );
                class.notes.push(note);
                *first = taken.clone();
            }
        }
    }
    note_names_equal_but_for_case(students.keys(), &mut class.notes);
    class.entries = students.into_values().collect();
    Ok(class)
}

/// The student and the form that the name of a file tells.
fn without_extension(name: &str) -> (String, Option<Form>) {
    let lower = name.to_ascii_lowercase();
    for (extension, form) in [(".zip", Form::Zip), (".tar.gz", Form::TarGz), (".tgz", Form::TarGz)] {
        if lower.ends_with(extension) && lower.len() > extension.len() {
            return (name[..name.len() - extension.len()].to_owned(), Some(form));
        }
    }
    (name.to_owned(), None)
}

fn stray(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    if [".rar", ".7z", ".tar", ".tar.xz", ".tar.bz2", ".gz"].iter().any(|extension| lower.ends_with(extension)) {
        format!("{name}: such archives are not opened. Repack it as .zip or .tar.gz, or unpack it to a folder.")
    } else {
        format!("{name}: nobody's submission. A submission is a folder, a .zip or a .tar.gz named after the student.")
    }
}

/// The name as text; bytes that are none are written out.
fn shown(name: &OsStr) -> String {
    let bytes = name.as_encoded_bytes().utf8_chunks();
    let mut text = String::new();
    for chunk in bytes {
        text.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| text.push_str(&format!("\\x{byte:02x}")));
    }
    text
}

fn note_names_equal_but_for_case<'a>(students: impl Iterator<Item = &'a String>, notes: &mut Vec<String>) {
    let mut by_lower: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for student in students {
        by_lower.entry(student.to_lowercase()).or_default().push(student);
    }
    for names in by_lower.into_values().filter(|names| names.len() > 1) {
        notes.push(format!("{} differ only in case; each is graded as a student of their own", names.join(" and ")));
    }
}
