//! What a learner has solved and seen: a small file in the course, which several running copies may share.
//!
//! Every change is read, made and written back under a lock, and the file is replaced as a whole: neither a crash nor
//! a second copy loses anything. A file that cannot be understood is moved aside, never overwritten.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::course::{Course, Exercise};

/// What a learner has done so far. Exercises that this course does not know (any more) are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The exercise that was opened last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    current: Option<String>,
    #[serde(default)]
    exercises: BTreeMap<String, Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    #[serde(default)]
    solved: bool,
    #[serde(default)]
    hints: usize,
}

impl Progress {
    /// Whether nothing has been done yet.
    pub fn is_fresh(&self) -> bool {
        *self == Progress::default()
    }

    /// Whether an answer to the exercise has passed, be it under a former name.
    pub fn solved(&self, exercise: &Exercise) -> bool {
        self.entries(exercise).any(|entry| entry.solved)
    }

    /// How many steps of its hints have been shown.
    pub fn hints(&self, exercise: &Exercise) -> usize {
        let shown = self.entries(exercise).map(|entry| entry.hints).max().unwrap_or(0);
        shown.min(exercise.hints.len())
    }

    /// How many exercises of the course are solved.
    pub fn count(&self, course: &Course) -> usize {
        course.exercises().filter(|exercise| self.solved(exercise)).count()
    }

    /// Where the learner is: at the exercise opened last while it is unsolved, else at the one to do next, and at the
    /// exercise opened last again once everything is solved.
    pub fn current<'course>(&self, course: &'course Course) -> &'course Exercise {
        let last = self.current.as_deref().and_then(|name| course.exercise(name));
        let start = last.or_else(|| course.exercises().next()).expect("a course has at least one exercise");
        if self.solved(start) { self.next(course, start).unwrap_or(start) } else { start }
    }

    /// The first unsolved exercise behind `from`, or else in the whole course.
    pub fn next<'course>(&self, course: &'course Course, from: &Exercise) -> Option<&'course Exercise> {
        let unsolved = |exercise: &&Exercise| exercise.name != from.name && !self.solved(exercise);
        let behind = course.exercises().skip_while(|exercise| exercise.name != from.name);
        behind.chain(course.exercises()).find(unsolved)
    }

    /// An answer to the exercise has passed.
    pub fn solve(&mut self, exercise: &Exercise) {
        self.entry(exercise).solved = true;
    }

    /// So many steps of its hints have been shown. It never becomes less.
    pub fn show_hints(&mut self, exercise: &Exercise, steps: usize) {
        let entry = self.entry(exercise);
        entry.hints = entry.hints.max(steps);
    }

    /// The learner has opened the exercise.
    pub fn open(&mut self, exercise: &Exercise) {
        self.current = Some(exercise.name.clone());
    }

    /// Adds what another progress holds: solved stays solved, and of hints the most that was shown counts.
    pub fn merge(&mut self, other: &Progress) {
        for (name, theirs) in &other.exercises {
            let ours = self.exercises.entry(name.clone()).or_default();
            ours.solved |= theirs.solved;
            ours.hints = ours.hints.max(theirs.hints);
        }
        if self.current.is_none() {
            self.current.clone_from(&other.current);
        }
    }

    /// The exercises with progress that the course does not know.
    pub fn unknown(&self, course: &Course) -> Vec<String> {
        self.exercises.keys().filter(|name| course.exercise(name).is_none()).cloned().collect()
    }

    fn entries(&self, exercise: &Exercise) -> impl Iterator<Item = &Entry> {
        let names = std::iter::once(&exercise.name).chain(&exercise.formerly);
        names.filter_map(|name| self.exercises.get(name))
    }

    fn entry(&mut self, exercise: &Exercise) -> &mut Entry {
        self.exercises.entry(exercise.name.clone()).or_default()
    }
}

/// The progress as the text that it is kept and carried in.
pub fn text(progress: &Progress) -> String {
    let body = toml::to_string(progress).expect("progress holds nothing that TOML cannot");
    format!("{HEAD}version = {VERSION}\n{body}")
}

/// Why a text holds no progress.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// It is of a later version.
    #[error("it was written by a newer threadlings")]
    Newer,
    /// It is something else, or damaged.
    #[error("{0}")]
    Broken(String),
}

/// The progress in a text.
///
/// # Errors
/// If there is none in it.
pub fn parse(text: &str) -> Result<Progress, ParseError> {
    let broken = |error: toml::de::Error| ParseError::Broken(error.message().to_owned());
    let table: toml::Table = text.parse().map_err(broken)?;
    match table.get("version").and_then(toml::Value::as_integer) {
        Some(version) if version > VERSION => Err(ParseError::Newer),
        Some(VERSION) => table.try_into().map_err(broken),
        _ => Err(ParseError::Broken("it has no version".into())),
    }
}

/// The file that progress is kept in.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// Why progress could not be kept. Judging works without it.
#[derive(Debug, thiserror::Error)]
pub enum ProgressError {
    /// A newer threadlings wrote the file.
    #[error("{0} was written by a newer threadlings. It stays as it is, and nothing new is kept; update threadlings.")]
    Newer(PathBuf),
    /// The system refuses.
    #[error("progress cannot be kept in {path}: {error}. Make the folder writable.")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The system's word.
        error: io::Error,
    },
}

impl Store {
    /// The store of a course.
    pub fn of(course: &Course) -> Self {
        Store { folder: folder(course) }
    }

    /// Reads the progress. Whatever is wrong with the file, there is some to go on with, and a warning to show.
    pub fn load(&self) -> (Progress, Option<String>) {
        match self.read() {
            Ok(Found::Some(progress)) => (progress, None),
            Ok(Found::Nothing) => (Progress::default(), None),
            Ok(Found::Broken) => match self.lock().and_then(|_lock| self.move_aside()) {
                Ok(warning) => (Progress::default(), warning),
                Err(error) => (Progress::default(), Some(error.to_string())),
            },
            Err(error) => (Progress::default(), Some(error.to_string())),
        }
    }

    /// Changes the progress, whatever other copies have written meanwhile, and gives what is there now.
    ///
    /// # Errors
    /// If it cannot be written, or must not.
    pub fn update(&self, change: impl FnOnce(&mut Progress)) -> Result<Progress, ProgressError> {
        let _lock = self.lock()?;
        let before = match self.read()? {
            Found::Some(progress) => progress,
            Found::Nothing => Progress::default(),
            Found::Broken => {
                self.move_aside()?;
                Progress::default()
            }
        };
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.write(&after)?;
        }
        Ok(after)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("progress.toml")
    }

    fn read(&self) -> Result<Found, ProgressError> {
        let path = self.file();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(ProgressError::Io { path, error }),
        };
        let Ok(text) = String::from_utf8(bytes) else { return Ok(Found::Broken) };
        match parse(&text) {
            Ok(progress) => Ok(Found::Some(progress)),
            Err(ParseError::Newer) => Err(ProgressError::Newer(path)),
            Err(ParseError::Broken(_)) => Ok(Found::Broken),
        }
    }

    fn write(&self, progress: &Progress) -> Result<(), ProgressError> {
        replace(&self.file(), text(progress).as_bytes())
            .map_err(|error| ProgressError::Io { path: self.folder.clone(), error })
    }

    /// Moves a file that cannot be understood out of the way; the lock is held. Says where it is now.
    fn move_aside(&self) -> Result<Option<String>, ProgressError> {
        // Another copy may have done so between the reading and the lock.
        if !matches!(self.read()?, Found::Broken) {
            return Ok(None);
        }
        let path = self.file();
        let aside = unused(|number| self.folder.join(format!("progress.broken-{number}.toml")));
        fs::rename(&path, &aside).map_err(|error| ProgressError::Io { path: path.clone(), error })?;
        Ok(Some(format!(
            "{} could not be understood and is now {}. Progress starts afresh; mend that file and rename it back to have the old one.",
            path.display(),
            aside.display()
        )))
    }

    /// Waits for the other copies. The lock ends with the file that is handed back.
    fn lock(&self) -> Result<File, ProgressError> {
        let failed = |error| ProgressError::Io { path: self.folder.clone(), error };
        fs::create_dir_all(&self.folder).map_err(failed)?;
        let path = self.folder.join("lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(failed)?;
        match file.lock() {
            // Some network file systems have no locks. Progress without them is better than none.
            Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(failed(error)),
            _ => Ok(file),
        }
    }
}

/// What is in the place of the file.
enum Found {
    Some(Progress),
    Nothing,
    Broken,
}

/// The folder of a course in which things about the learner are kept.
pub fn folder(course: &Course) -> PathBuf {
    course.root.join(".threadlings")
}

/// Writes a file so that whoever reads it sees all of the old or all of the new content.
///
/// # Errors
/// If the folder cannot be written.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // Hidden, so that no watcher and no cargo takes it for an exercise; the mode is what any new file would get.
    builder.prefix(".threadlings-").permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// The first path in a row of numbered ones at which there is nothing.
pub fn unused(path: impl Fn(u32) -> PathBuf) -> PathBuf {
    let mut numbered = (1..).map(path);
    numbered.find(|path| path.symlink_metadata().is_err()).expect("numbers do not run out")
}

const VERSION: i64 = 1;
const HEAD: &str = "# What you have solved. threadlings writes this file; you may delete it to start afresh.\n";

#[cfg(test)]
mod tests;
