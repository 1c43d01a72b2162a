//! The schedule with which each exercise failed last, kept with the learner's progress.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use threadlings_report::Schedule;

use crate::course::{Course, Exercise};
use crate::progress::{folder, replace};
use crate::verdict::Verdict;

/// A schedule that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    version: u32,
    /// The hidden test, by its function's name.
    pub test: String,
    /// How to come to the execution that failed.
    pub schedule: Schedule,
}

const VERSION: u32 = 1;

/// Larger files are not ours.
const LARGEST: u64 = 1 << 20;

/// Keeps the schedule of a verdict, if it has one; one that was kept before stays otherwise.
///
/// # Errors
/// If the folder cannot be written.
pub fn keep(course: &Course, exercise: &Exercise, verdict: &Verdict) -> io::Result<()> {
    let Verdict::Fail(failure) = verdict else { return Ok(()) };
    let Some(schedule) = failure.finding.schedule.clone() else { return Ok(()) };
    let kept = Kept { version: VERSION, test: failure.at.clone(), schedule };
    let path = path(course, exercise);
    fs::create_dir_all(path.parent().unwrap_or(&path))?;
    replace(&path, &serde_json::to_vec(&kept).map_err(io::Error::other)?)
}

/// The schedule with which the exercise failed last; none if none is kept, or the file holds something else.
///
/// # Errors
/// If the file cannot be read.
pub fn load(course: &Course, exercise: &Exercise) -> io::Result<Option<Kept>> {
    let file = match File::open(path(course, exercise)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes)?;
    let kept: Option<Kept> = serde_json::from_slice(&bytes).ok();
    // Turns of no step lead nowhere; nobody but a stranger has written them.
    Ok(kept.filter(|kept| kept.version == VERSION && kept.schedule.turn != Some(0)))
}

fn path(course: &Course, exercise: &Exercise) -> PathBuf {
    folder(course).join("schedules").join(format!("{}.json", exercise.name))
}
