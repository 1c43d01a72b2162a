//! A submission that is a folder.

use std::fs;
use std::io;
use std::path::Path;

use super::Submission;
use super::collect::{Collector, Wanted};
use super::text::{self, Problem};

/// Deeper than this no answer lies.
const DEEPEST: usize = 8;

/// More entries than this are not looked at: a submission has as many files as the course has exercises.
const MOST_ENTRIES: usize = 20_000;

pub(super) fn read(folder: &Path, wanted: &Wanted) -> io::Result<Submission> {
    let mut collector = Collector::new(wanted);
    let mut entries = 0;
    walk(folder, "", 0, &mut entries, &mut collector)?;
    if entries > MOST_ENTRIES {
        collector.note(format!("holds more than {MOST_ENTRIES} files; the rest is not looked at"));
    }
    Ok(collector.finish())
}

fn walk(
    folder: &Path,
    prefix: &str,
    depth: usize,
    entries: &mut usize,
    collector: &mut Collector<'_>,
) -> io::Result<()> {
    // One more than allowed says that there were more.
    let room = (MOST_ENTRIES + 1).saturating_sub(*entries);
    let mut found: Vec<fs::DirEntry> = fs::read_dir(folder)?.take(room).collect::<Result<_, _>>()?;
    *entries += found.len();
    // The system hands them out in any order.
    found.sort_by_key(fs::DirEntry::file_name);
    for entry in found {
        // No exercise has a name that is not UTF-8.
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
        let path = format!("{prefix}{name}");
        // Of the entry itself: a link is not followed.
        let kind = entry.file_type()?;
        if !kind.is_dir() {
            collector.offer(&path, || match kind.is_file() {
                true => text::regular_file(&entry.path()),
                false => Err(Problem::NotAFile(text::kind(kind).into())),
            });
        } else if name.ends_with(".rs") {
            collector.offer(&path, || Err(Problem::NotAFile(text::kind(kind).into())));
        } else if depth < DEEPEST
            && Collector::enters(&name)
            && let Err(error) = walk(&entry.path(), &format!("{path}/"), depth + 1, entries, collector)
        {
            collector.note(format!("{path}: cannot be read: {error}"));
        }
    }
    Ok(())
}
