//! From bytes to the text of an answer.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use serde::{Deserialize, Serialize};
use threadlings::source::LARGEST;

/// Why a file is not looked at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// A link, a pipe, a folder or a device stands in its place.
    #[error("is {0} and not a regular file")]
    NotAFile(String),
    /// It is larger than an answer may be.
    #[error("has {0} bytes; an answer has at most {LARGEST}")]
    TooLarge(u64),
    /// There is nothing in it.
    #[error("is empty")]
    Empty,
    /// It is not text.
    #[error("is not valid UTF-8 (line {0})")]
    NotUtf8(usize),
    /// It holds a NUL character.
    #[error("holds a NUL character (line {0})")]
    Nul(usize),
    /// The system, or the archive, does not give it away.
    #[error("cannot be read: {0}")]
    Unreadable(String),
}

impl Problem {
    /// What is wrong, in a few words.
    pub fn rule(&self) -> &'static str {
        match self {
            Problem::NotAFile(_) => "not a regular file",
            Problem::TooLarge(_) => "too large",
            Problem::Empty => "an empty file",
            Problem::NotUtf8(_) => "not UTF-8",
            Problem::Nul(_) => "a NUL character",
            Problem::Unreadable(_) => "not readable",
        }
    }
}

/// The text, if it is one.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    let line = |before: &[u8]| before.iter().filter(|byte| **byte == b'\n').count() + 1;
    if bytes.len() as u64 > LARGEST {
        return Err(Problem::TooLarge(bytes.len() as u64));
    }
    if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Problem::Nul(line(&bytes[..position])));
    }
    if bytes.trim_ascii().is_empty() {
        return Err(Problem::Empty);
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        Problem::NotUtf8(line(&error.as_bytes()[..good]))
    })
}

/// Reads no more than an answer may have, and one byte.
pub(super) fn bytes(reader: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read = reader.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| Problem::Unreadable(error.to_string()))
}

/// The bytes of a regular file. A link is not followed, and a pipe is not waited for.
pub(super) fn regular_file(path: &Path) -> Result<Vec<u8>, Problem> {
    let unreadable = |error: std::io::Error| Problem::Unreadable(error.to_string());
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file: File = rustix::fs::open(path, flags, Mode::empty()).map_err(|error| unreadable(error.into()))?.into();
    let metadata = file.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Problem::NotAFile(kind(metadata.file_type()).into()));
    }
    if metadata.len() > LARGEST {
        return Err(Problem::TooLarge(metadata.len()));
    }
    bytes(file)
}

/// What stands there, in words.
pub(super) fn kind(kind: std::fs::FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        kind if kind.is_symlink() => "a symbolic link",
        kind if kind.is_dir() => "a folder",
        kind if kind.is_fifo() => "a named pipe",
        kind if kind.is_socket() => "a socket",
        kind if kind.is_char_device() || kind.is_block_device() => "a device",
        _ => "something unknown",
    }
}
