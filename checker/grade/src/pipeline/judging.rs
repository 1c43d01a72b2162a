//! Judging one content: lint first, then each course whose hidden tests it has to pass.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Instant, SystemTime};

use serde::Serialize;
use threadlings::course::{Course, Exercise};
use threadlings::judge::{Bounds, Demands, JudgeError, Stage, Workshop};
use threadlings::report::Report;
use threadlings::source::Source;
use threadlings::this_program;
use threadlings::verdict::{Proof, Verdict};

use super::plan::{self, Content};
use super::{Request, outcome};
use crate::lint;
use crate::record::{Answer, Feedback, Outcome, Timing, Trust, TrustLevel};
use crate::sandbox::{self, Layer};
use crate::scan::Scanner;
use crate::similarity::Baseline;

/// Far more than any answer of the course takes, whatever the machine is busy with.
const COMPILE_SECONDS: u64 = 60;

/// Most bytes of data memory of a test and of a compiler.
const MEMORY: u64 = 1 << 30;

/// Everything that judging a content needs besides the content.
#[derive(Debug)]
pub(super) struct Judging<'a> {
    request: &'a Request<'a>,
    missing: Vec<Layer>,
    bounds: Bounds,
    scanner: Arc<Scanner>,
    /// By the folder of their hidden tests.
    workshops: BTreeMap<PathBuf, Workshop>,
    baselines: Mutex<BTreeMap<String, Arc<Baseline>>>,
    /// By exercise: what is wrong with judging it here, once that is known.
    fitness: BTreeMap<String, Mutex<Option<Result<(), String>>>>,
}

impl<'a> Judging<'a> {
    pub(super) fn new(request: &'a Request<'a>, missing: Vec<Layer>) -> anyhow::Result<Self> {
        let bounds = Bounds {
            compile_seconds: request.compile_seconds.map_or(COMPILE_SECONDS, |seconds| seconds.get().into()),
            test_seconds: request.seconds.map(|seconds| seconds.get().into()),
            memory: request.memory.map_or(MEMORY, |memory| u64::from(memory.get()) << 20),
        };
        let scanner = Arc::new(Scanner::default());
        let inspect: Arc<dyn threadlings::judge::Inspect> = scanner.clone();
        let confinement = sandbox::confinement(missing.is_empty(), bounds, inspect)?;
        let courses = request.exercises.iter().flat_map(|exercise| request.private.passes(request.course, exercise));
        let courses: BTreeMap<PathBuf, &Course> = courses.map(|(course, _)| (course.hidden.clone(), course)).collect();
        let workshop = |(hidden, course)| (hidden, Workshop::confined(course, confinement.clone()));
        let workshops = courses.into_iter().map(workshop).collect();
        let fitness = request.exercises.iter().map(|exercise| (exercise.name.clone(), Mutex::default())).collect();
        Ok(Judging { request, missing, bounds, scanner, workshops, baselines: Mutex::default(), fitness })
    }

    /// Stands for everything that a result depends on besides the content.
    pub(super) fn key(&self) -> anyhow::Result<String> {
        #[derive(Serialize)]
        struct Key {
            version: &'static str,
            /// Another build of the grader may judge otherwise.
            build: Option<(u64, SystemTime)>,
            fingerprint: String,
            passes: Vec<(String, String)>,
            sealed: bool,
            bounds: (u64, Option<u64>, u64),
        }
        let passes =
            self.request.exercises.iter().flat_map(|exercise| self.passes(exercise)).map(|(course, exercise)| {
                (format!("{}/{}", course.hidden.display(), exercise.name), format!("{:?}", exercise.judges))
            });
        let Bounds { compile_seconds, test_seconds, memory } = self.bounds;
        let key = Key {
            version: env!("CARGO_PKG_VERSION"),
            build: this_program::build(),
            fingerprint: self.fingerprint(),
            passes: passes.collect(),
            sealed: self.missing.is_empty(),
            bounds: (compile_seconds, test_seconds, memory),
        };
        Ok(plan::hash(&serde_json::to_string(&key)?)[..32].to_owned())
    }

    /// A hash over hidden tests, judges and toolchain.
    pub(super) fn fingerprint(&self) -> String {
        let workshops: Vec<String> = self.workshops.values().map(Workshop::fingerprint).collect();
        if let [one] = workshops.as_slice() { one.clone() } else { plan::hash(&workshops.join(" "))[..33].to_owned() }
    }

    /// Builds what these contents are judged with, unless that has been done before; false if the run was stopped
    /// meanwhile.
    pub(super) fn prepare(&self, contents: &[&Content]) -> anyhow::Result<bool> {
        let exercises: Vec<&Exercise> = self
            .request
            .exercises
            .iter()
            .copied()
            .filter(|exercise| contents.iter().any(|content| content.exercise == exercise.name))
            .collect();
        for workshop in self.workshops.values() {
            let prepared = workshop.prepare(&exercises, self.request.cancel, &|stage| {
                if stage == Stage::Preparing {
                    self.request.watcher.preparing();
                }
            });
            match prepared {
                Ok(()) => {}
                Err(JudgeError::Cancelled) => return Ok(false),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(true)
    }

    /// Judges a content. None if the run was stopped meanwhile.
    pub(super) fn judge(&self, content: &Content, text: &str) -> Option<Answer> {
        let started = Instant::now();
        let exercise = self.request.exercises[content.position];
        let source = Source { path: self.request.course.answer(exercise), text: text.to_owned() };
        let (outcome, feedback) = match lint::violations(text, exercise.unsafe_code).first() {
            Some(violation) => {
                (Outcome::Rejected { rule: violation.rule.as_str().into() }, Feedback::sentence(violation.sentence()))
            }
            None => match self.fit(exercise)? {
                Err(problem) => grader_error(&problem),
                // What fails once for a reason outside may succeed when it is tried again.
                Ok(()) => match self.compile_and_run(exercise, &source)? {
                    (Outcome::GraderError { .. }, _) => self.compile_and_run(exercise, &source)?,
                    decided => decided,
                },
            },
        };
        Some(Answer {
            outcome,
            trust: self.trust(&source),
            feedback,
            prints: self.baseline(exercise).prints(text),
            timing: Some(Timing { seconds: started.elapsed().as_secs_f64() }),
        })
    }

    /// Whether answers to the exercise can be judged here: then its solution passes. Whatever is wrong with a machine, a
    /// sandbox, or tests of an instructor's own, it must not become a student's zero.
    fn fit(&self, exercise: &Exercise) -> Option<Result<(), String>> {
        // Held meanwhile: whoever comes second needs the answer, too.
        let mut fitness = self.fitness[&exercise.name].lock().unwrap_or_else(PoisonError::into_inner);
        if fitness.is_none() {
            let path = self.request.course.solution(exercise);
            let decided = match Source::read(&path) {
                Err(error) => (Outcome::Fail, Feedback::sentence(error.to_string())),
                Ok(source) => self.compile_and_run(exercise, &source)?,
            };
            *fitness = Some(match decided {
                (Outcome::Pass, _) => Ok(()),
                (Outcome::GraderError { message }, _) => Err(message.to_string()),
                (_, feedback) => {
                    Err(format!("even the solution of the course does not pass here: {}", feedback.headline))
                }
            });
        }
        fitness.clone()
    }

    fn compile_and_run(&self, exercise: &Exercise, source: &Source) -> Option<(Outcome, Feedback)> {
        let judge = || self.verdict(exercise, source);
        match catch_unwind(AssertUnwindSafe(judge)) {
            Ok(Ok(verdict)) => {
                let outcome = outcome::of(&verdict);
                let report = Report::new(self.request.course, exercise, source, verdict);
                Some((outcome, Feedback::of(&report)))
            }
            Ok(Err(JudgeError::Cancelled)) => None,
            Ok(Err(JudgeError::Changed(first, then))) => Some(grader_error(&format!(
                "the tests found first {first} and then {then}; such an answer cannot be judged"
            ))),
            Ok(Err(JudgeError::Stop(stop))) => Some(grader_error(&stop.message)),
            Ok(Err(JudgeError::Internal(error))) => Some(grader_error(&format!("{error:#}"))),
            Err(_) => Some(grader_error("the grader itself panicked; please report this")),
        }
    }

    /// The first verdict that is no pass, or a pass of all. Of tests of the instructor's own that held it says how far they
    /// looked, not what they are about: whoever passes is not to read what they look for.
    fn verdict(&self, exercise: &Exercise, source: &Source) -> Result<Verdict, JudgeError> {
        let demands = Demands { side_by_side: false, ..Demands::default() };
        let mut whole: Option<Proof> = None;
        for (course, exercise) in self.passes(exercise) {
            let workshop = &self.workshops[&course.hidden];
            let mut proof = match workshop.judge(exercise, source, demands, self.request.cancel, &|_| ())? {
                Verdict::Pass(proof) => proof,
                failed => return Ok(failed),
            };
            if course.hidden != self.request.course.hidden {
                proof.tests.iter_mut().for_each(|test| test.about = "A test of your instructor's.".to_owned());
            }
            whole = Some(match whole {
                Some(before) => before.and(proof),
                None => proof,
            });
        }
        let whole = whole.ok_or_else(|| anyhow::anyhow!("there are no tests for {}", exercise.name))?;
        Ok(Verdict::Pass(whole))
    }

    fn passes<'b>(&'b self, exercise: &'b Exercise) -> Vec<(&'b Course, &'b Exercise)> {
        self.request.private.passes(self.request.course, exercise)
    }

    fn trust(&self, source: &Source) -> Trust {
        let reaches = self.scanner.reaches(source).into_iter().map(|part| {
            let part = part.trim_end_matches("::");
            format!("The code calls {part}. Behind the seal that comes to nothing; ask what it is for.")
        });
        let review = lint::doubts(&source.text).into_iter().chain(reaches);
        Trust {
            level: if self.missing.is_empty() { TrustLevel::Sealed } else { TrustLevel::Local },
            missing: self.missing.iter().map(|layer| layer.name().into()).collect(),
            review: review.map(Into::into).collect(),
        }
    }

    /// How far results of this run can be trusted that needed no judge.
    pub(super) fn bounds(&self) -> Bounds {
        self.bounds
    }

    fn baseline(&self, exercise: &Exercise) -> Arc<Baseline> {
        let mut baselines = self.baselines.lock().unwrap_or_else(PoisonError::into_inner);
        let baseline = || Arc::new(Baseline::of(self.request.course, exercise));
        baselines.entry(exercise.name.clone()).or_insert_with(baseline).clone()
    }
}

fn grader_error(message: &str) -> (Outcome, Feedback) {
    (Outcome::GraderError { message: message.into() }, Feedback::default())
}
