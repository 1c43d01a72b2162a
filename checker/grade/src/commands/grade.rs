//! `threadlings grade`: from submissions to a gradebook.

use threadlings::commands::named;
use threadlings::course::{Course, Exercise};
use threadlings::exit::Exit;

use crate::cli::GradeArguments;
use crate::pipeline::{self, Request};
use crate::record::Share;

/// Grades a class and writes everything that is made of the record.
///
/// # Errors
/// If the command line or a file it names is wrong, or the environment is unfit.
pub fn run(course: &Course, options: &GradeArguments) -> anyhow::Result<Exit> {
    let request = Request {
        course,
        exercises: exercises(course, &options.only)?,
        submissions: &options.submissions,
        out: &options.out,
        private: options.private.as_deref(),
        jobs: options.jobs.map(|jobs| jobs.get() as usize),
        seconds: options.seconds,
        compile_seconds: options.compile_seconds,
        memory: options.memory,
        share: options.partition.unwrap_or(Share::WHOLE),
        fresh: options.fresh,
        trust_code: options.trust_code,
    };
    pipeline::run(&request)?;
    Ok(Exit::Success)
}

/// The exercises of these names, which may be chapters, in the order of the course; without any, all.
fn exercises<'course>(course: &'course Course, only: &[String]) -> anyhow::Result<Vec<&'course Exercise>> {
    if only.is_empty() {
        return Ok(course.exercises().collect());
    }
    let is_chapter = |name: &str| course.chapters.iter().any(|chapter| chapter.directory == name);
    for name in only.iter().filter(|name| !is_chapter(name)) {
        named(course, name)?;
    }
    let is_meant = |exercise: &&Exercise| {
        only.iter()
            .any(|name| exercise.chapter == *name || named(course, name).is_ok_and(|named| named.name == exercise.name))
    };
    Ok(course.exercises().filter(is_meant).collect())
}
