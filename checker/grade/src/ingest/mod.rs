//! What students have handed in: folders and archives, read without believing anything in them.
//!
//! Only the files that the exercises are named after count. Nothing else of a submission is ever opened: no tests, no
//! `Cargo.toml`, no `build.rs`. No link is followed. What is wrong with a file concerns that file alone; the rest of the
//! submission, and of the class, is graded.

mod archive;
mod class;
mod collect;
mod folder;
mod text;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use class::{Class, Entry, Form, class};
pub use collect::Wanted;
pub use text::Problem;

/// What one student has handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submission {
    /// The answers by the name of their exercise. An exercise without an entry was not handed in.
    pub answers: BTreeMap<String, Answer>,
    /// One line for each thing that an instructor should know.
    pub notes: Vec<String>,
}

/// A file for an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where in the submission it was found: `exercises/01_threads/spawn_and_join.rs`.
    pub path: String,
    /// What it holds, or why nobody looks at it.
    pub text: Result<String, Problem>,
}

/// A submission that cannot be read at all.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct Unreadable {
    /// The folder or archive.
    pub path: PathBuf,
    /// What is wrong with it, and what to do.
    pub problem: String,
}

/// Reads what one student has handed in.
///
/// # Errors
/// If it is not a folder or an archive that can be read. Whatever is wrong with single files is told in the value.
pub fn read(entry: &Entry, wanted: &Wanted) -> Result<Submission, Unreadable> {
    let unreadable = |problem: String| Unreadable { path: entry.path.clone(), problem };
    match entry.form {
        Form::Folder => {
            folder::read(&entry.path, wanted).map_err(|error| unreadable(format!("cannot be read: {error}")))
        }
        Form::Zip => archive::read_zip(&entry.path, wanted).map_err(unreadable),
        Form::TarGz => archive::read_tar_gz(&entry.path, wanted).map_err(unreadable),
        Form::Other(what) => Err(unreadable(format!(
            "{what} is not followed or opened. Hand in a folder, a .zip or a .tar.gz in its place."
        ))),
    }
}

#[cfg(test)]
mod tests;
