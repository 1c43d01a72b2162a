//! From an answer to a verdict.

mod broken;
mod build;
mod cancel;
mod check;
mod compile;
mod confinement;
mod engines;
mod fence;
mod handed_out;
mod hidden;
mod interface;
mod kept;
mod link;
mod memory;
mod mismatch;
mod misuse;
mod process;
mod scratch;
mod sources;
mod test_process;
mod toolchain;
mod tools;
mod unsupported;

use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use threadlings_report::{Interleaving, Schedule, Switch};

pub use cancel::Cancel;
pub use confinement::{Bounds, Confinement, Inspect, Permit};
pub use hidden::{HiddenTest, judges_named};
pub use tools::{Lint, Place};

use crate::course::{self, Course, Exercise};
use crate::exit::Stop;
use crate::source::Source;
use crate::verdict::{Failure, Verdict};
use engines::Engines;
use memory::Memory;

/// What is being done for a verdict right now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The judges themselves are being built, which happens once.
    Preparing,
    /// rustc reads the answer.
    Compiling,
    /// The hidden tests and misuse programs run.
    Judging,
}

/// What is wanted of a judge besides the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demands {
    /// How often the hidden tests run; every time must end, word for word, the same.
    pub times: u32,
    /// Whether a failing execution is handed back with every step, also those that do not matter.
    pub full_trace: bool,
    /// Whether all judges work at the same time, so that the verdict comes as soon as it can. One after the other they
    /// do nothing that the verdict does not need, which is faster for many answers.
    pub side_by_side: bool,
    /// Whether a verdict counts that the same content got before, and the same programs that use an answer.
    pub remembered: bool,
}

impl Default for Demands {
    fn default() -> Self {
        Demands { times: 1, full_trace: false, side_by_side: true, remembered: false }
    }
}

/// Why there is no verdict.
#[derive(Debug, thiserror::Error)]
pub enum JudgeError {
    /// Somebody asked for it to stop.
    #[error("stopped")]
    Cancelled,
    /// The same tests of the same file said first this and then that, which must never happen.
    #[error("first {0} and then {1}")]
    Changed(String, String),
    /// The environment is unfit, or the course is broken.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// The checker itself failed.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

/// What came of running one schedule again, which says nothing about any other.
#[derive(Clone, Debug, PartialEq)]
pub enum Replay {
    /// The answer does not compile, or not with the hidden tests.
    Refused(Box<Failure>),
    /// It passes.
    Passed {
        /// The switches that could not be made.
        missed: Vec<Switch>,
        /// What each thread did.
        interleaving: Interleaving,
        /// What the test shows, in the author's words.
        about: String,
    },
    /// It fails.
    Failed {
        /// The switches that could not be made.
        missed: Vec<Switch>,
        /// Why, and what each thread did.
        failure: Box<Failure>,
    },
}

/// Everything that judging needs besides the answer: the course, and the judges once they are built.
#[derive(Debug)]
pub struct Workshop {
    course: Course,
    /// The folder with the sources of the judges.
    sources: PathBuf,
    /// Where they are built.
    directory: PathBuf,
    engines: Mutex<Option<Engines>>,
    memory: OnceLock<Memory>,
    confinement: Option<Confinement>,
    second_opinion: Option<PathBuf>,
    sysroot: OnceLock<PathBuf>,
}

/// The hidden tests in the text of a `tests.rs`.
pub fn hidden_tests(text: &str) -> Vec<HiddenTest> {
    hidden::HiddenTests::parse(text).tests
}

impl Workshop {
    /// A workshop for one course. Nothing is built yet.
    pub fn open(course: &Course) -> Self {
        let (sources, directory) = engines::place(course);
        let directory = std::env::var_os(engines::DIRECTORY).map_or(directory, PathBuf::from);
        Workshop {
            course: course.clone(),
            sources,
            directory,
            engines: Mutex::new(None),
            memory: OnceLock::new(),
            confinement: None,
            second_opinion: None,
            sysroot: OnceLock::new(),
        }
    }

    /// A workshop for answers of strangers: every process that compiles or runs one is confined.
    pub fn confined(course: &Course, confinement: Confinement) -> Self {
        Workshop { confinement: Some(confinement), ..Self::open(course) }
    }

    /// Has every verdict on programs that use an answer confirmed by trybuild, which takes processes of its own: those of
    /// this program, `threadlings-trybuild`. Where it comes to another verdict, the judging fails.
    pub fn with_second_opinion(self, program: Option<PathBuf>) -> Self {
        Workshop { second_opinion: program, ..self }
    }

    /// A number for all that the verdicts of this workshop depend on besides the answers: the course and the judges. It
    /// is the same on every machine.
    pub fn fingerprint(&self) -> String {
        let course = course::fingerprint(&self.course.home, &self.course.files());
        let judges = engines::fingerprint(&self.sources);
        format!("{}-{}", &course[..16], &judges[..16])
    }

    /// Builds the judges, and the crates that these exercises need, unless that has been done before.
    ///
    /// # Errors
    /// If it was cancelled, or rustc or cargo do not work; the error says what to do.
    pub fn prepare(
        &self,
        exercises: &[&Exercise],
        cancel: &Cancel,
        stage: &(dyn Fn(Stage) + Sync),
    ) -> Result<(), JudgeError> {
        let mut crates: Vec<String> = exercises.iter().flat_map(|exercise| exercise.crates.clone()).collect();
        crates.sort();
        crates.dedup();
        self.engines(&crates, cancel, stage).map(drop)
    }

    /// Judges one answer. The verdict depends on the answer's text alone.
    ///
    /// # Errors
    /// If it was cancelled, the environment fails, or a test's outcome was not the same every time.
    pub fn judge(
        &self,
        exercise: &Exercise,
        source: &Source,
        demands: Demands,
        cancel: &Cancel,
        stage: &(dyn Fn(Stage) + Sync),
    ) -> Result<Verdict, JudgeError> {
        let engines = self.engines(&exercise.crates, cancel, stage)?;
        let memory = demands.remembered.then(|| self.memory());
        let check = || {
            check::Check::new(&self.course, &self.directory, &engines, exercise, source, cancel, demands)
                .map(|check| check.remembering(memory).with_second_opinion(self.second_opinion.as_deref()))
        };
        let first = check()?;
        let inputs = memory.map(|_| first.inputs());
        if let (Some(memory), Some(inputs)) = (memory, &inputs)
            && let Some(verdict) = memory.recall(inputs)
        {
            return Ok(verdict);
        }
        let mut verdict = first.run(stage)?;
        if verdict.is_of_a_broken_compiler() && first.forget_notes() {
            // A verdict depends on the answer alone, not on what the compiler knows of another one.
            drop(first);
            verdict = check()?.run(stage)?;
        }
        if let (Some(memory), Some(inputs)) = (memory, inputs) {
            memory.keep(inputs, &verdict);
        }
        Ok(verdict)
    }

    fn memory(&self) -> &Memory {
        self.memory.get_or_init(|| Memory::open(&self.directory, &engines::fingerprint(&self.sources)))
    }

    /// Runs one schedule of one hidden test on an answer; none if the exercise has no such test any more.
    ///
    /// # Errors
    /// As [`judge`](Self::judge).
    pub fn replay(
        &self,
        exercise: &Exercise,
        source: &Source,
        (test, schedule): (&str, &Schedule),
        demands: Demands,
        cancel: &Cancel,
        stage: &(dyn Fn(Stage) + Sync),
    ) -> Result<Option<Replay>, JudgeError> {
        let engines = self.engines(&exercise.crates, cancel, stage)?;
        let check = check::Check::new(&self.course, &self.directory, &engines, exercise, source, cancel, demands)?;
        match check.replay(test, schedule) {
            Ok(replay) => Ok(replay),
            Err(build::Objection::Wrong(failure)) => Ok(Some(Replay::Refused(failure))),
            Err(build::Objection::None(error)) => Err(error),
        }
    }

    fn engines(
        &self,
        crates: &[String],
        cancel: &Cancel,
        stage: &(dyn Fn(Stage) + Sync),
    ) -> Result<Engines, JudgeError> {
        // Held while they are built: whoever comes meanwhile needs them, too.
        let mut known = self.engines.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(engines) = &*known
            && engines.has(crates)
        {
            return Ok(engines.clone());
        }
        scratch::sweep(&self.directory);
        let engines = match Engines::load(&self.sources, &self.directory, crates) {
            Some(engines) => engines,
            None => {
                stage(Stage::Preparing);
                Engines::build(&self.sources, &self.directory, crates, cancel)?
            }
        };
        Ok(known.insert(engines.confined(self.confinement.clone())).clone())
    }
}
