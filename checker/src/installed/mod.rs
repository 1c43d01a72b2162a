//! The course that a program brings along which was installed: unpacked where the judges need it, out of the way of the
//! learner, whose folder holds the exercises only.

mod select;

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::course;
use crate::exit::Stop;
use select::select;

/// The file that says that a folder is a learner's, with the exercises of the course that the program brings along.
pub const MARKER: &str = "threadlings.toml";

/// What the program carries: nothing, if it was built in a clone for debugging.
const CARRIED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/course.rs"));

/// The clone that the program was built in.
const CLONE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The folder with the course and with the sources of the judges, which is written if it is not there.
///
/// # Errors
/// If it cannot be written, or there is no home folder.
pub fn home() -> Result<PathBuf, Stop> {
    let data = user_folder("XDG_DATA_HOME", ".local/share")?;
    unpack(&data.join("courses"), &files()?)
}

/// The folder in which the judges are built.
///
/// # Errors
/// If there is no home folder.
pub fn judges() -> Result<PathBuf, Stop> {
    Ok(user_folder("XDG_CACHE_HOME", ".cache")?.join("judges"))
}

type File = (Cow<'static, str>, Cow<'static, [u8]>);

fn files() -> Result<Vec<File>, Stop> {
    if !CARRIED.is_empty() {
        let carried = CARRIED.iter().map(|(path, bytes)| (Cow::Borrowed(*path), Cow::Borrowed(*bytes)));
        return Ok(carried.collect());
    }
    let clone = Path::new(CLONE);
    if !clone.join(course::INFO).is_file() {
        let message = "this program was built for debugging, in a clone that is gone. Install it with `cargo install --path checker`.";
        return Err(Stop::environment(message));
    }
    let read = |path: String| -> Result<File, Stop> {
        let bytes = fs::read(clone.join(&path))
            .map_err(|error| Stop::environment(format!("{CLONE}/{path} cannot be read: {error}.")))?;
        Ok((path.into(), bytes.into()))
    };
    select(clone).into_iter().map(read).collect()
}

/// Writes the files into a folder of their own below `courses`, unless the same files lie there already. The folder is
/// there whole or not at all.
fn unpack(courses: &Path, files: &[File]) -> Result<PathBuf, Stop> {
    let contents = files.iter().map(|(path, bytes)| (path.as_bytes(), bytes.as_ref()));
    let folder = courses.join(course::number(contents));
    if folder.is_dir() {
        return Ok(folder);
    }
    let write = || -> io::Result<()> {
        fs::create_dir_all(courses)?;
        let unpacking = tempfile::Builder::new().prefix("unpacking-").tempdir_in(courses)?;
        for (path, bytes) in files {
            let path = unpacking.path().join(path.as_ref());
            fs::create_dir_all(path.parent().unwrap_or(courses))?;
            fs::write(path, bytes)?;
        }
        match fs::rename(unpacking.path(), &folder) {
            // Somebody else was faster.
            Err(_) if folder.is_dir() => Ok(()),
            result => result.map(|()| drop(unpacking.keep())),
        }
    };
    write().map_err(|error| {
        Stop::environment(format!(
            "{} cannot be written: {error}. The course is kept there: make it writable, or set XDG_DATA_HOME to another folder.",
            courses.display()
        ))
    })?;
    Ok(folder)
}

/// The paths of what is carried, from the root of the clone.
#[cfg(test)]
pub(crate) fn carried_paths() -> Vec<String> {
    select(Path::new(CLONE))
}

/// The program's folder for one sort of files, by the XDG base directory specification.
fn user_folder(variable: &str, in_home: &str) -> Result<PathBuf, Stop> {
    let named = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = named.or_else(|| std::env::home_dir().map(|home| home.join(in_home)));
    let folder = folder
        .ok_or_else(|| Stop::environment(format!("there is no home folder. Set {variable} to a folder of yours.")))?;
    Ok(folder.join("threadlings"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_course_is_unpacked_once_and_whole() {
        let folder = tempfile::tempdir().unwrap();
        let files =
            |text: &'static str| vec![("a/b.rs".into(), text.as_bytes().into()), ("c".into(), b"".as_slice().into())];
        let first = unpack(folder.path(), &files("1")).unwrap();
        assert_eq!(fs::read_to_string(first.join("a/b.rs")).unwrap(), "1");
        fs::write(first.join("mine"), "").unwrap();
        assert_eq!(unpack(folder.path(), &files("1")).unwrap(), first);
        assert!(first.join("mine").exists());
        assert_ne!(unpack(folder.path(), &files("2")).unwrap(), first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
    }

    #[test]
    fn what_is_carried_is_all_that_is_needed_and_spares_what_is_not() {
        let files = select(Path::new(CLONE));
        let has = |path: &str| files.iter().any(|file| file == path);
        for needed in ["info.toml", "Cargo.lock", "exercises/01_threads/README.md"] {
            assert!(has(needed), "{needed}");
        }
        assert!(has("checker/hidden/01_threads/spawn_and_join/starter.rs"));
        assert!(has("checker/harness/schedules/src/lib.rs"));
        let is_spare = |file: &&String| {
            file.starts_with("checker/hidden/") && file.contains("/wrong/")
                || file.starts_with("exercises/01_threads/spawn")
        };
        assert_eq!(files.iter().find(is_spare), None);
    }
}
