//! Folders that hold what one check compiles.
//!
//! rustc can reuse most of what it made of an earlier save, if it works in the same folder again. So an exercise that
//! somebody works on has a folder of its own, in which rustc leaves its notes; whatever else lies there goes with the
//! check. Who finds it in use, or judges what a stranger wrote, works in a folder that nobody else ever sees.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::SystemTime;

use anyhow::Context;
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, test_kill_process};
use tempfile::TempDir;

use super::kept;

/// The names begin with this and the number of the process they belong to.
const PREFIX: &str = "check-";

/// The folder with those of exercises.
const EXERCISES: &str = "saves";

/// Where rustc leaves its notes, in the folder that it works in.
pub(super) const NOTES: &str = "incremental";

/// So many exercises have a folder, those that were judged last.
const MOST: usize = 4;

/// A folder for one check, which is empty at its start but for what rustc has left.
#[derive(Debug)]
pub(super) enum Folder {
    /// Removed with this value.
    New(TempDir),
    /// That of an exercise, which stays.
    Exercise(Held),
}

/// A folder that nobody else has as long as this lives.
#[derive(Debug)]
pub(super) struct Held {
    path: PathBuf,
    _lock: File,
    /// Removes what the check before has left. That takes longer than to start a compiler, which does not wait for it.
    removal: Option<JoinHandle<()>>,
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.removal.take().map(JoinHandle::join);
    }
}

impl Folder {
    /// An empty folder.
    pub(super) fn new(directory: &Path) -> anyhow::Result<Self> {
        folder(directory).map(Folder::New)
    }

    /// The folder of an exercise, or an empty one if that is in use.
    pub(super) fn of_exercise(directory: &Path, exercise: &str) -> anyhow::Result<Self> {
        let exercises = directory.join(EXERCISES);
        let path = exercises.join(exercise);
        match hold(path, directory) {
            Ok(held) => {
                prune(&exercises);
                Ok(Folder::Exercise(held))
            }
            Err(_) => Folder::new(directory),
        }
    }

    pub(super) fn path(&self) -> &Path {
        match self {
            Folder::New(folder) => folder.path(),
            Folder::Exercise(held) => &held.path,
        }
    }

    /// Whether rustc works here again and again.
    pub(super) fn stays(&self) -> bool {
        matches!(self, Folder::Exercise(_))
    }
}

/// Makes the folder one's own, and empties it but for rustc's notes.
fn hold(path: PathBuf, directory: &Path) -> anyhow::Result<Held> {
    fs::create_dir_all(&path)?;
    let lock = lock(&path)?;
    let rubbish = folder(directory)?;
    for judge in fs::read_dir(&path)?.flatten() {
        let old = rubbish.path().join(judge.file_name());
        fs::rename(judge.path(), &old)?;
        let notes = old.join(NOTES);
        if notes.exists() {
            fs::create_dir(judge.path())?;
            fs::rename(notes, judge.path().join(NOTES))?;
        }
    }
    lock.set_modified(SystemTime::now())?;
    // The processes of the check hold it, too: if this one is killed, they go on for a moment and write there.
    fcntl_setfd(&lock, FdFlags::empty())?;
    let removal = thread::spawn(|| drop(rubbish));
    Ok(Held { path, _lock: lock, removal: Some(removal) })
}

/// Locks a folder. Fails if somebody else has done so, or has removed it.
fn lock(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    file.try_lock().map_err(io::Error::from)?;
    let (locked, there) = (file.metadata()?, fs::metadata(path)?);
    if (locked.dev(), locked.ino()) == (there.dev(), there.ino()) {
        Ok(file)
    } else {
        Err(io::ErrorKind::NotFound.into())
    }
}

/// Removes the folders of exercises that were not judged for the longest time.
fn prune(exercises: &Path) {
    for folder in kept::all_but_newest(MOST, exercises) {
        if let Ok(_held) = lock(&folder) {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// An empty folder for one check; it is removed when the value is dropped.
pub(super) fn folder(directory: &Path) -> anyhow::Result<TempDir> {
    let prefix = format!("{PREFIX}{}-", std::process::id());
    let folder = tempfile::Builder::new().prefix(&prefix).tempdir_in(directory);
    folder.with_context(|| format!("{} cannot be written", directory.display()))
}

/// Removes the folders of processes that were killed before they could do so.
pub(super) fn sweep(directory: &Path) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(PREFIX)).and_then(|rest| rest.split('-').next());
        let owner = owner.and_then(|pid| pid.parse().ok()).and_then(Pid::from_raw);
        if owner.is_some_and(|pid| test_kill_process(pid) == Err(rustix::io::Errno::SRCH)) {
            // Whoever else sweeps at the same time may have been faster.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_an_exercise_is_emptied_but_for_the_notes_and_belongs_to_one_check() {
        let directory = tempfile::tempdir().unwrap();
        let of_exercise = || Folder::of_exercise(directory.path(), "x").unwrap();
        let first = of_exercise();
        assert!(first.stays());
        fs::create_dir_all(first.path().join("native").join(NOTES)).unwrap();
        fs::create_dir_all(first.path().join("native/exercises")).unwrap();
        fs::write(first.path().join("native/tests.o"), "").unwrap();
        assert!(!of_exercise().stays(), "it is in use");
        assert!(first.path().join("native/tests.o").exists());
        drop(first);
        let next = of_exercise();
        let left: Vec<_> =
            fs::read_dir(next.path().join("native")).unwrap().flatten().map(|it| it.file_name()).collect();
        assert_eq!((next.stays(), left), (true, vec![NOTES.into()]));
    }

    #[test]
    fn a_process_of_the_check_holds_the_folder_too() {
        let directory = tempfile::tempdir().unwrap();
        let folder = Folder::of_exercise(directory.path(), "x").unwrap();
        let mut command = std::process::Command::new("cat");
        let mut compiler = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
        drop(folder);
        assert!(!Folder::of_exercise(directory.path(), "x").unwrap().stays());
        drop(compiler.stdin.take());
        compiler.wait().unwrap();
        assert!(Folder::of_exercise(directory.path(), "x").unwrap().stays());
    }

    #[test]
    fn the_folders_of_the_last_exercises_stay() {
        let directory = tempfile::tempdir().unwrap();
        let path = |exercise: usize| directory.path().join(EXERCISES).join(exercise.to_string());
        for exercise in 0..MOST + 2 {
            drop(Folder::of_exercise(directory.path(), &exercise.to_string()).unwrap());
            // A clock that stands still would leave open which is the oldest.
            let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(exercise as u64 + 1);
            File::open(path(exercise)).unwrap().set_modified(time).unwrap();
        }
        let there: Vec<bool> = (0..MOST + 2).map(|exercise| path(exercise).exists()).collect();
        assert_eq!(there, [false, false, true, true, true, true]);
    }

    #[test]
    fn only_folders_of_dead_processes_are_swept() {
        let directory = tempfile::tempdir().unwrap();
        let mut dead = std::process::Command::new("true").spawn().unwrap();
        dead.wait().unwrap();
        let left = directory.path().join(format!("check-{}-left", dead.id()));
        std::fs::create_dir(&left).unwrap();
        let other = directory.path().join("judges");
        std::fs::create_dir(&other).unwrap();
        let own = folder(directory.path()).unwrap();
        sweep(directory.path());
        assert_eq!((left.exists(), other.exists(), own.path().exists()), (false, true, true));
    }
}
