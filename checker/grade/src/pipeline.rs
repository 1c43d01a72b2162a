//! From submissions to a record: each distinct answer is judged once.

use std::num::NonZeroU32;
use std::path::Path;

use threadlings::course::{Course, Exercise};

use crate::private::Private;
use crate::record::{Record, Share};

/// What to judge and how.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The course.
    pub course: &'a Course,
    /// The exercises to grade, in the order of the course.
    pub exercises: Vec<&'a Exercise>,
    /// The folder with a folder or an archive for each student.
    pub submissions: &'a Path,
    /// Where the outputs go. What a run needs to go on after it was stopped is kept in there, too.
    pub out: &'a Path,
    /// Hidden tests of the instructor's: [`Private::passes`] says what an answer has to pass.
    pub private: &'a Private,
    /// How many answers are judged at the same time.
    pub jobs: Option<usize>,
    /// Most seconds of a hidden test.
    pub seconds: Option<NonZeroU32>,
    /// Most seconds of a compilation.
    pub compile_seconds: Option<NonZeroU32>,
    /// Most memory of a hidden test or a compilation, in MiB.
    pub memory: Option<NonZeroU32>,
    /// Which part of all (exercise, submission) pairs to judge.
    pub share: Share,
    /// Whether results of an earlier run count for nothing.
    pub fresh: bool,
    /// Whether layers of the sandbox may be missing.
    pub trust_code: bool,
}

/// Judges a class. The record has no names but those of the folders, and no points.
///
/// # Errors
/// If the environment is unfit or the submissions cannot be read.
pub fn run(_request: &Request<'_>) -> anyhow::Result<Record> {
    anyhow::bail!("submissions cannot be judged yet")
}
