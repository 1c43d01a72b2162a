//! Submissions that are archives. Nothing is ever unpacked to the disk: what is wanted is read, up to the size of an
//! answer, and all else is passed over.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path};

use flate2::read::GzDecoder;
use rustix::fs::{Mode, OFlags};

use super::Submission;
use super::collect::{Collector, Wanted};
use super::text::{self, Problem};

/// A larger archive is not opened.
const LARGEST_ARCHIVE: u64 = 64 << 20;

/// An archive that unpacks to more is given up.
const MOST_UNPACKED: u64 = 64 << 20;

/// More files than this are not looked at.
const MOST_ENTRIES: usize = 20_000;

pub(super) fn read_zip(path: &Path, wanted: &Wanted) -> Result<Submission, String> {
    let mut archive = zip::ZipArchive::new(open(path)?).map_err(|error| broken("zip", &error))?;
    let mut collector = Collector::new(wanted);
    if archive.len() > MOST_ENTRIES {
        collector.note(format!("holds more than {MOST_ENTRIES} files; the rest is not looked at"));
    }
    for index in 0..archive.len().min(MOST_ENTRIES) {
        let name = archive.name_for_index(index).and_then(Result::ok);
        let name = name.map_or_else(|| format!("file {}", index + 1), |name| name.into_owned());
        let mut file = match archive.by_index(index) {
            Ok(file) => file,
            Err(error) => {
                collector.note(format!("{name}: cannot be read: {error}"));
                continue;
            }
        };
        let Some(inside) = inside(Path::new(&name)) else {
            collector.note(climbs(&name));
            continue;
        };
        if file.is_dir() {
            continue;
        }
        let is_link = file.is_symlink();
        let size = file.size();
        collector.offer(&inside, || match is_link {
            true => Err(Problem::NotAFile("a symbolic link".into())),
            // A size that is a lie is found out while it is read.
            false if size > threadlings::source::LARGEST => Err(Problem::TooLarge(size)),
            false => text::bytes(&mut file),
        });
    }
    Ok(collector.finish())
}

pub(super) fn read_tar_gz(path: &Path, wanted: &Wanted) -> Result<Submission, String> {
    let unpacked = AtMost { inner: GzDecoder::new(open(path)?), left: MOST_UNPACKED };
    let mut archive = tar::Archive::new(unpacked);
    let mut collector = Collector::new(wanted);
    let entries = archive.entries().map_err(|error| broken("tar.gz", &error))?;
    for (count, entry) in entries.enumerate() {
        if count == MOST_ENTRIES {
            collector.note(format!("holds more than {MOST_ENTRIES} files; the rest is not looked at"));
            break;
        }
        let mut entry = entry.map_err(|error| broken("tar.gz", &error))?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let kind = entry.header().entry_type();
        let Some(inside) = inside(Path::new(&name)) else {
            collector.note(climbs(&name));
            continue;
        };
        let size = entry.size();
        let what = match kind {
            tar::EntryType::Regular | tar::EntryType::Continuous | tar::EntryType::GNUSparse => None,
            tar::EntryType::Symlink => Some("a symbolic link"),
            tar::EntryType::Link => Some("a hard link"),
            tar::EntryType::Fifo => Some("a named pipe"),
            tar::EntryType::Char | tar::EntryType::Block => Some("a device"),
            _ => continue,
        };
        let mut failed = None;
        collector.offer(&inside, || match what {
            Some(what) => Err(Problem::NotAFile(what.into())),
            None if size > threadlings::source::LARGEST => Err(Problem::TooLarge(size)),
            None => text::bytes(&mut entry).inspect_err(|error| failed = Some(error.to_string())),
        });
        if let Some(error) = failed {
            return Err(broken("tar.gz", &error));
        }
    }
    Ok(collector.finish())
}

fn open(path: &Path) -> Result<File, String> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = rustix::fs::open(path, flags, Mode::empty()).map_err(|error| format!("cannot be read: {error}"))?;
    let file = File::from(file);
    match file.metadata() {
        Ok(metadata) if !metadata.is_file() => Err("is not a regular file".into()),
        Ok(metadata) if metadata.len() > LARGEST_ARCHIVE => Err(format!(
            "has {} bytes; an archive with answers has at most {LARGEST_ARCHIVE}. Ask for one without target/.",
            metadata.len()
        )),
        Ok(_) => Ok(file),
        Err(error) => Err(format!("cannot be read: {error}")),
    }
}

fn broken(form: &str, error: &impl std::fmt::Display) -> String {
    format!("is not a whole {form} archive: {error}. Ask for it to be handed in again.")
}

fn climbs(name: &str) -> String {
    format!("{name}: not looked at, because it points out of the archive")
}

/// The path with `/` between the names, unless it leads out of the archive.
fn inside(path: &Path) -> Option<String> {
    let mut names = Vec::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => names.push(name.to_str()?.replace('\\', "/")),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::ParentDir => return None,
        }
    }
    let path = names.join("/");
    // Archives from Windows have other separators.
    (!path.split('/').any(|name| name == "..")).then_some(path)
}

/// Refuses to unpack without end.
struct AtMost<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for AtMost<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => return Err(io::Error::other(format!("it unpacks to more than {MOST_UNPACKED} bytes"))),
        }
        Ok(count)
    }
}
