//! `threadlings grade`: from submissions to a gradebook.

use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};
use threadlings::commands::{end_on_signals, named, print};
use threadlings::course::{Course, Exercise};
use threadlings::exit::{Exit, Stop};
use threadlings::judge::Cancel;

use super::finish::finish;
use crate::class::{Roster, TableError, Times, anonymize};
use crate::clean::{Plain, without_commands};
use crate::cli::GradeArguments;
use crate::commands::progress::Progress;
use crate::pipeline::{self, Request};
use crate::policy::Policy;
use crate::private::Private;
use crate::record::{Record, Share};
use crate::{output, similarity};

/// Where a policy is looked for in the output folder.
const POLICY: &str = "policy.toml";

/// Grades a class and writes everything that is made of the record.
///
/// # Errors
/// If the command line or a file it names is wrong, or the environment is unfit.
pub fn run(course: &Course, options: &GradeArguments) -> anyhow::Result<Exit> {
    // Whatever the instructor may have got wrong is said before the first answer is judged.
    let exercises = exercises(course, &options.only)?;
    let rules = Rules::read(course, options)?;
    let private = match &options.private {
        Some(folder) => Private::read(course, folder, options.private_only)?,
        None => Private::default(),
    };
    let cancel = Cancel::new();
    end_on_signals(&cancel)?;
    let request = Request {
        course,
        exercises: &exercises,
        submissions: &options.submissions,
        out: &options.out,
        private: &private,
        jobs: options.jobs.map(|jobs| jobs.get() as usize),
        seconds: options.seconds,
        compile_seconds: options.compile_seconds,
        memory: options.memory,
        share: options.partition.unwrap_or(Share::WHOLE),
        fresh: options.fresh,
        trust_code: options.trust_code,
        cancel: &cancel,
        watcher: &Progress::new(),
    };
    let mut record = pipeline::run(&request)?;
    record.settings.policy = rules.fingerprint()?;
    for warning in rules.apply(&mut record) {
        print::warn(&without_commands(&Plain::from(warning).in_one_line()));
    }
    if options.anonymize {
        let names = anonymize(&mut record);
        output::write_names(&names, &names_file(&options.out))?;
    }
    record.similar = similarity::pairs(&record);
    finish(&record, &options.out)
}

/// Who is who, beside the folder that may be handed on.
fn names_file(out: &Path) -> PathBuf {
    let mut name = out.components().next_back().map_or_else(Default::default, |last| last.as_os_str().to_owned());
    name.push("-names.csv");
    out.with_file_name(name)
}

/// What the instructor says about the class and its points.
#[derive(Serialize)]
struct Rules {
    policy: Policy,
    times: Times,
    roster: Option<Roster>,
}

impl Rules {
    fn read(course: &Course, options: &GradeArguments) -> anyhow::Result<Self> {
        let policy = match policy_file(options) {
            Some(file) => Policy::read(&file, course).map_err(|error| Stop::usage(error.to_string()))?,
            None => Policy::default(),
        };
        // It may quote a cell, and who knows what is in there.
        let wrong = |error: TableError| Stop::usage(Plain::from(error.to_string()).in_one_line());
        Ok(Rules {
            policy: policy.with_options(options, course)?,
            times: options.times.as_deref().map(Times::read).transpose().map_err(wrong)?.unwrap_or_default(),
            roster: options.roster.as_deref().map(Roster::read).transpose().map_err(wrong)?,
        })
    }

    /// Gives the students their names and their points. Gives back what the instructor should know.
    fn apply(&self, record: &mut Record) -> Vec<String> {
        let mut warnings = self.roster.as_ref().map(|roster| roster.apply(record)).unwrap_or_default();
        warnings.extend(self.policy.apply(record, &self.times));
        warnings
    }

    /// Shares that were graded by other rules do not belong together.
    fn fingerprint(&self) -> anyhow::Result<String> {
        let digest = Sha256::digest(serde_json::to_vec(self)?);
        Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// The file that was named, or the one in the output folder if there is one.
fn policy_file(options: &GradeArguments) -> Option<PathBuf> {
    let standing = || Some(options.out.join(POLICY)).filter(|file| Path::exists(file));
    options.policy.clone().or_else(standing)
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
