//! `threadlings progress`: what was solved, carried from one clone to another.

use std::io::{self, Read};
use std::path::Path;

use anyhow::Context;
use colored::Colorize;

use super::print;
use crate::course::Course;
use crate::exit::{Exit, Stop};
use crate::progress::{self, Progress, Store};

/// More bytes than this are no progress of anybody's.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Prints the progress as text that `import` reads.
///
/// # Errors
/// If standard output cannot be written.
pub fn export(course: &Course) -> anyhow::Result<Exit> {
    let (progress, warning) = Store::of(course).load();
    if let Some(warning) = warning {
        print::warn(&warning);
    }
    print::out(&progress::text(&progress))?;
    Ok(Exit::Success)
}

/// Adds what a file, or standard input, holds to the progress. Nothing that was solved before is lost.
///
/// # Errors
/// If the file holds no progress, or the progress cannot be kept.
pub fn import(course: &Course, file: &Path) -> anyhow::Result<Exit> {
    let imported = read(file)?;
    let store = Store::of(course);
    let (before, _) = store.load();
    let after =
        store.update(|progress| progress.merge(&imported)).map_err(|error| Stop::environment(error.to_string()))?;
    let (new, all) = (after.count(course) - before.count(course), after.count(course));
    print::out(&format!("{} {new} more solved, {all} of {} in all.\n", "✓".green(), course.exercises().count()))?;
    let unknown = after.unknown(course);
    if !unknown.is_empty() {
        print::note(&format!("Kept, although this course does not know them: {}", unknown.join(", ")));
    }
    Ok(Exit::Success)
}

fn read(file: &Path) -> anyhow::Result<Progress> {
    let (name, input): (String, Box<dyn Read>) = if file == Path::new("-") {
        ("standard input".into(), Box::new(io::stdin()))
    } else {
        let name = file.display().to_string();
        let opened = std::fs::File::open(file).map_err(|error| {
            Stop::usage(format!("{name} cannot be read: {error}. `threadlings progress export` writes one."))
        })?;
        (name, Box::new(opened))
    };
    let mut bytes = Vec::new();
    input.take(LARGEST + 1).read_to_end(&mut bytes).with_context(|| format!("{name} cannot be read"))?;
    let is_small = bytes.len() as u64 <= LARGEST;
    let text = String::from_utf8(bytes).ok().filter(|_| is_small);
    let parsed = text.ok_or_else(|| "it is no text, or too long".to_owned());
    let progress = parsed.and_then(|text| progress::parse(&text).map_err(|error| error.to_string()));
    progress.map_err(|problem| {
        let remedy = "Hand over what `threadlings progress export` has printed.";
        Stop::usage(format!("{name} holds no progress: {problem}. {remedy}")).into()
    })
}
