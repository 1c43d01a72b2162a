//! Reading an answer: only a regular, small, valid UTF-8 file is one.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::course::{Course, Exercise};

/// The largest file that is taken for an answer, in bytes.
pub const LARGEST: u64 = 256 * 1024;

/// The text of an answer and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where the file is.
    pub path: PathBuf,
    /// What it held when it was read.
    pub text: String,
}

/// Why a file cannot be judged. Every message names the file, and what can be done about it besides what
/// [`remedy`](Self::remedy) says.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// There is no such file.
    #[error("{0} is not there.")]
    Missing(PathBuf),
    /// A directory, a pipe or a device stands in its place.
    #[error("{0} is not a regular file. Move it away.")]
    NotAFile(PathBuf),
    /// It is larger than [`LARGEST`].
    #[error("{path} has {size} bytes; an answer has at most {LARGEST}. Is it the right file?")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        size: u64,
    },
    /// It is not text.
    #[error("{path} is not valid UTF-8 (line {line}). Save it again as UTF-8.")]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The line of the first byte that is not.
        line: usize,
    },
    /// The system refuses to read it.
    #[error("{path} cannot be read: {error}. Look at its permissions.")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word.
        error: io::Error,
    },
}

impl SourceError {
    /// The message and, if nothing is left of the exercise's own file, how to get it back.
    pub fn remedy(&self, course: &Course, exercise: &Exercise) -> String {
        match self {
            SourceError::Missing(_) | SourceError::NotAFile(_) => {
                let call = course.call(&format!("reset {}", exercise.name));
                format!("{self} `{call}` brings the exercise back.")
            }
            _ => self.to_string(),
        }
    }
}

impl Source {
    /// Reads an answer.
    ///
    /// # Errors
    /// If the file is not there, or is none of: regular, at most [`LARGEST`] bytes, UTF-8, readable.
    pub fn read(path: &Path) -> Result<Self, SourceError> {
        let unreadable = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => SourceError::Missing(path.to_owned()),
            _ => SourceError::Unreadable { path: path.to_owned(), error },
        };
        // Asked before the file is opened: opening a pipe that nobody writes to would wait for ever.
        let metadata = std::fs::metadata(path).map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(SourceError::NotAFile(path.to_owned()));
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(unreadable)?;
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() as u64 > LARGEST {
            let size = metadata.len().max(bytes.len() as u64);
            return Err(SourceError::TooLarge { path: path.to_owned(), size });
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            SourceError::NotUtf8 { path: path.to_owned(), line }
        })?;
        Ok(Source { path: path.to_owned(), text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Source, SourceError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.rs");
        std::fs::write(&path, bytes).unwrap();
        Source::read(&path)
    }

    #[test]
    fn text_is_read() {
        assert_eq!(read("fn main() {} // ü\n".as_bytes()).unwrap().text, "fn main() {} // ü\n");
    }

    #[test]
    fn the_line_that_is_not_utf8_is_named() {
        assert!(matches!(read(b"// one\n// two \xff\n"), Err(SourceError::NotUtf8 { line: 2, .. })));
    }

    #[test]
    fn a_large_file_is_refused_with_its_size() {
        let bytes = vec![b' '; LARGEST as usize + 7];
        assert!(matches!(read(&bytes), Err(SourceError::TooLarge { size, .. }) if size == LARGEST + 7));
    }

    #[test]
    fn a_directory_and_a_missing_file_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Source::read(folder.path()), Err(SourceError::NotAFile(_))));
        assert!(matches!(Source::read(&folder.path().join("none.rs")), Err(SourceError::Missing(_))));
    }

    #[test]
    fn how_to_get_the_exercise_back_is_said_if_it_is_gone() {
        let course = crate::course::Course::find(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let exercise = course.exercise("spawn_and_join").unwrap();
        let remedy = SourceError::Missing("answer.rs".into()).remedy(&course, exercise);
        assert_eq!(remedy, "answer.rs is not there. `cargo run -- reset spawn_and_join` brings the exercise back.");
        let large = SourceError::TooLarge { path: "answer.rs".into(), size: LARGEST + 1 };
        assert_eq!(large.remedy(&course, exercise), large.to_string());
    }
}
