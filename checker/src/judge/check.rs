//! Judging one answer: what runs side by side, and which finding decides.
//!
//! Whatever finishes first, the verdict is the same: an error of the compiler comes before any test, and the judges
//! decide in a fixed order.

use std::path::Path;
use std::sync::mpsc;
use std::thread;

use threadlings_report::channel::Job;
use threadlings_report::{Finding, Kind, Outcome, Schedule};

use super::broken::{Bench, Broken};
use super::build::{Build, Objection, Tests};
use super::confinement::Place;
use super::engines::Engines;
use super::hidden::HiddenTest;
use super::memory::Memory;
use super::misuse::{self, Judged, UseProgram};
use super::{Cancel, Demands, JudgeError, Replay, Stage, test_process};
use crate::course::{Course, Exercise, twin_of};
use crate::source::Source;
use crate::verdict::{Failure, Judge, Proof, Shown, Verdict};

/// The judges with a model of std, in the order in which they decide.
///
/// They come before the native one: what they find, they find every time, and what goes wrong on real threads may be
/// luck.
const MODELS: [Judge; 2] = [Judge::Schedules, Judge::Orderings];

/// One answer on its way to a verdict.
pub(super) struct Check<'a> {
    build: Build<'a>,
    programs: Vec<UseProgram>,
    broken: Option<Broken>,
    cancel: &'a Cancel,
    demands: Demands,
    memory: Option<&'a Memory>,
    second_opinion: Option<&'a Path>,
}

/// What one judge says, when it is asked.
type Opinion<'a> = Box<dyn FnOnce() -> Result<Proof, Objection> + 'a>;

impl<'a> Check<'a> {
    pub(super) fn new(
        course: &Course,
        directory: &Path,
        engines: &'a Engines,
        exercise: &'a Exercise,
        source: &'a Source,
        cancel: &'a Cancel,
        demands: Demands,
    ) -> Result<Self, JudgeError> {
        let folder = course.hidden(exercise);
        let broken = Broken::read(&folder)?;
        let programs = match exercise.judged_by(Judge::Misuse) && broken.is_none() {
            true => misuse::programs(&folder.join("misuse"))?,
            false => Vec::new(),
        };
        let build = Build::new(course, directory, engines, exercise, source, demands.side_by_side)?;
        Ok(Check { build, programs, broken, cancel, demands, memory: None, second_opinion: None })
    }

    /// Lets programs that the answer is used by be judged as they were judged before.
    pub(super) fn remembering(self, memory: Option<&'a Memory>) -> Self {
        Check { memory, ..self }
    }

    /// Has trybuild, which is this program, confirm what is said of programs that the answer is used by.
    pub(super) fn with_second_opinion(self, program: Option<&'a Path>) -> Self {
        Check { second_opinion: program.filter(|_| !self.programs.is_empty()), ..self }
    }

    /// Everything that the verdict depends on besides the judges and this checker, written out.
    pub(super) fn inputs(&self) -> String {
        let Build { exercise, source, hidden, handed_out, answer, .. } = &self.build;
        let Exercise { judges, crates, forbidden, unsafe_code, seconds, executions, .. } = exercise;
        let rules = (judges, crates, forbidden, unsafe_code, seconds, executions, self.demands.full_trace);
        let programs = (&self.programs, self.second_opinion.is_some(), &self.broken);
        format!("{:?}", (rules, answer, &source.text, hidden, handed_out, programs))
    }

    /// Removes what the compiler has noted of earlier saves. False if it had no notes.
    pub(super) fn forget_notes(&self) -> bool {
        self.build.forget_notes()
    }

    pub(super) fn run(&self, stage: &(dyn Fn(Stage) + Sync)) -> Result<Verdict, JudgeError> {
        stage(Stage::Compiling);
        let rest = self.cancel.part();
        let decided = thread::scope(|scope| {
            let decided = self.decide(scope, &rest, stage);
            // Once it is decided, nobody waits for the others.
            rest.cancel();
            decided
        });
        match decided {
            Ok(proof) => Ok(Verdict::Pass(proof)),
            Err(Objection::Wrong(failure)) => Ok(Verdict::Fail(failure)),
            Err(Objection::None(error)) => Err(error),
        }
    }

    fn decide<'scope>(
        &'scope self,
        scope: &'scope thread::Scope<'scope, '_>,
        cancel: &'scope Cancel,
        stage: &(dyn Fn(Stage) + Sync),
    ) -> Result<Proof, Objection> {
        let judged_by = |judge: &Judge| self.build.exercise.judged_by(*judge);
        let models: Vec<_> = MODELS
            .into_iter()
            .filter(judged_by)
            .map(|judge| self.ask(scope, move || self.run_model(judge, cancel)))
            .collect();
        // The untouched file decides what is a compile error; the models never speak of one.
        let untouched = self.build.analyse(Judge::Native, cancel)?;
        stage(Stage::Judging);
        let misuse = (!self.programs.is_empty()).then(|| self.ask(scope, || self.judge_programs(cancel)));
        let (finished, code) = mpsc::channel();
        let native = judged_by(&Judge::Native).then(|| self.ask(scope, move || self.run_native(&code, cancel)));
        self.build.finish(Judge::Native, untouched)?;
        // Nobody receives it where real threads judge nothing.
        let _ = finished.send(());
        let mut proof = Proof::default();
        for opinion in models.into_iter().chain(native).chain(misuse) {
            match opinion() {
                Ok(shown) => proof.add(shown),
                Err(Objection::Wrong(mut failure)) => {
                    proof.add(std::mem::take(&mut failure.shown));
                    failure.shown = proof;
                    return Err(Objection::Wrong(failure));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(proof)
    }

    /// Lets a judge work: from now on, or only when its opinion is wanted.
    fn ask<'scope>(
        &self,
        scope: &'scope thread::Scope<'scope, '_>,
        judge: impl FnOnce() -> Result<Proof, Objection> + Send + 'scope,
    ) -> Opinion<'scope> {
        if self.demands.side_by_side {
            let working = scope.spawn(judge);
            Box::new(|| working.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        } else {
            Box::new(judge)
        }
    }

    fn run_model(&self, judge: Judge, cancel: &Cancel) -> Result<Proof, Objection> {
        let answer = self.build.analyse(judge, cancel)?;
        let tests = self.build.compile_tests(judge, cancel)?;
        self.build.finish(judge, answer)?;
        self.run_tests(judge, &tests, cancel)
    }

    /// The answer's `code` is being made already.
    fn run_native(&self, code: &mpsc::Receiver<()>, cancel: &Cancel) -> Result<Proof, Objection> {
        let tests = self.build.compile_tests(Judge::Native, cancel)?;
        // If it cannot be made, that has decided.
        code.recv().map_err(|_| JudgeError::Cancelled)?;
        self.run_tests(Judge::Native, &tests, cancel)
    }

    /// Links the hidden tests of one judge and runs them until one fails; as often as demanded.
    fn run_tests(&self, judge: Judge, tests: &Tests, cancel: &Cancel) -> Result<Proof, Objection> {
        let program = self.build.link(tests, cancel)?;
        let first = self.run_once(judge, &program, cancel)?;
        for _ in 1..self.demands.times {
            let again = self.run_once(judge, &program, cancel)?;
            if again != first {
                return Err(JudgeError::Changed(name(&first), name(&again)).into());
            }
        }
        self.judge_broken(first?, cancel)
    }

    /// Judges the programs that the tests have handed over.
    fn judge_broken(&self, mut proof: Proof, cancel: &Cancel) -> Result<Proof, Objection> {
        let programs = std::mem::take(&mut proof.handed_over);
        let Some(broken) = self.broken.as_ref().filter(|_| !programs.is_empty()) else { return Ok(proof) };
        let bench = Bench {
            engines: self.build.engines,
            directory: &self.build.programs_directory(),
            cancel,
            memory: self.memory,
        };
        match broken.judge(&programs, bench)? {
            Ok(shown) => {
                proof.add(shown);
                Ok(proof)
            }
            Err(failure) => Err(Objection::Wrong(Box::new(Failure { shown: proof, ..failure }))),
        }
    }

    fn run_once(
        &self,
        judge: Judge,
        program: &Path,
        cancel: &Cancel,
    ) -> Result<Result<Proof, Box<Failure>>, JudgeError> {
        let directory = self.build.directory(judge)?;
        let place = self.build.engines.place(&directory);
        let library_path = self.build.engines.library_path();
        // A model starts each execution afresh, also the first one of another test. Real threads leave things behind,
        // and a sealed process shall not remember what it has seen.
        let together = MODELS.contains(&judge) && place.confinement.is_none();
        let tests: Vec<&HiddenTest> = self.build.hidden.of(judge).collect();
        let jobs: Vec<Job> = tests.iter().map(|test| self.job(test, place)).collect();
        let mut shown = Proof::default();
        let mut judged = 0;
        while judged < tests.len() {
            let end = if together { tests.len() } else { judged + 1 };
            for (outcome, programs) in test_process::run(program, place, &library_path, &jobs[judged..end], cancel)? {
                let test = tests[judged];
                judged += 1;
                match outcome {
                    Outcome::Replayed(_) => {
                        let message = format!("the test `{}` was not asked for a single schedule", test.name);
                        return Err(anyhow::anyhow!(message).into());
                    }
                    Outcome::Passed(explored) => {
                        shown.handed_over.extend(programs);
                        shown.tests.push(Shown { test: test.name.clone(), about: test.about.clone(), judge, explored });
                    }
                    Outcome::Failed(finding) => {
                        let finding = self.with_what_is_not_drawn(judge, *finding);
                        return Ok(Err(Box::new(failure(test, judge, finding, shown))));
                    }
                }
            }
        }
        Ok(Ok(shown))
    }

    /// Adds which crates are drawn without values.
    fn with_what_is_not_drawn(&self, judge: Judge, mut finding: Finding) -> Finding {
        let is_silent = |name: &&String| twin_of(name).is_some_and(|twin| !twin.tells_values);
        let silent = self.build.exercise.crates.iter().filter(is_silent);
        let names = silent.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
        if judge == Judge::Schedules && finding.interleaving.is_some() && !names.is_empty() {
            finding.details.push(format!("What {names} does is drawn without the values that it reads and writes."));
        }
        finding
    }

    /// Runs one schedule of one hidden test; none if there is no such test any more.
    pub(super) fn replay(&self, test: &str, schedule: &Schedule) -> Result<Option<Replay>, Objection> {
        let judge = Judge::Schedules;
        let Some(test) = self.build.hidden.of(judge).find(|known| known.name == test) else { return Ok(None) };
        // As everywhere, the untouched file decides what is a compile error.
        self.build.analyse(Judge::Native, self.cancel)?;
        let answer = self.build.analyse(judge, self.cancel)?;
        let tests = self.build.compile_tests(judge, self.cancel)?;
        self.build.finish(judge, answer)?;
        let program = self.build.link(&tests, self.cancel)?;
        let directory = self.build.directory(judge)?;
        let place = self.build.engines.place(&directory);
        let job = Job { replay: Some(schedule.clone()), ..self.job(test, place) };
        let library_path = self.build.engines.library_path();
        let failed = |finding| Replay::Failed {
            missed: Vec::new(),
            failure: Box::new(failure(test, judge, finding, Proof::default())),
        };
        let (outcome, _) = test_process::run(&program, place, &library_path, &[job], self.cancel)?.remove(0);
        Ok(Some(match outcome {
            Outcome::Replayed(replayed) => match replayed.finding {
                Some(finding) => Replay::Failed {
                    missed: replayed.missed,
                    failure: Box::new(failure(test, judge, finding, Proof::default())),
                },
                None => Replay::Passed {
                    missed: replayed.missed,
                    interleaving: replayed.interleaving,
                    about: test.about.clone(),
                },
            },
            Outcome::Failed(finding) => failed(*finding),
            Outcome::Passed(_) => {
                return Err(anyhow::anyhow!("the test `{}` ran more than one schedule", test.name).into());
            }
        }))
    }

    fn judge_programs(&self, cancel: &Cancel) -> Result<Proof, Objection> {
        let mut shown = Proof::default();
        for (program, judged) in self.programs.iter().zip(self.judged_programs(cancel)?) {
            match judged {
                Judged::Refused => shown.misuses_refused += 1,
                Judged::Accepted => shown.uses_accepted += 1,
                Judged::Wrong(mut finding, text) => {
                    if finding.kind == Kind::UseRefused
                        && let Some(change) = self.build.handed_out.change_in(&self.build.source.text)
                    {
                        finding.details.extend(change.lines());
                    }
                    return Err(Objection::Wrong(Box::new(Failure {
                        at: program.name.clone(),
                        about: program.about.clone(),
                        judge: Some(Judge::Misuse),
                        finding: *finding,
                        compiler: None,
                        program: Some(text),
                        shown,
                    })));
                }
            }
        }
        Ok(shown)
    }

    fn judged_programs(&self, cancel: &Cancel) -> Result<Vec<Judged>, JudgeError> {
        // Programs see nothing of an answer but its interface.
        let interface = self.memory.and(self.build.interface_in_words());
        let (Some(memory), Some(interface)) = (self.memory, interface) else { return self.judge_programs_now(cancel) };
        let inputs = format!("programs {:?}", (&self.programs, self.second_opinion.is_some(), interface));
        memory.recall_or(inputs, || self.judge_programs_now(cancel))
    }

    fn judge_programs_now(&self, cancel: &Cancel) -> Result<Vec<Judged>, JudgeError> {
        let engines = self.build.engines;
        let (directory, library) = (self.build.programs_directory(), self.build.interface()?);
        let place = engines.place(&directory);
        let toolchain = engines.toolchain();
        let (second_opinion, memory) = (self.second_opinion, self.memory);
        misuse::judge(
            &self.programs,
            misuse::Bench { place, library: &library, toolchain, second_opinion, memory, cancel },
        )
    }

    fn job(&self, test: &HiddenTest, place: Place<'_>) -> Job {
        let bounds = place.confinement.map(|confinement| confinement.bounds);
        let seconds = bounds.and_then(|bounds| bounds.test_seconds).unwrap_or(self.build.exercise.seconds);
        Job {
            test: test.name.clone(),
            learner_file: self.build.answer.clone(),
            max_executions: self.build.exercise.executions,
            max_steps: 20_000,
            max_threads: 200,
            seconds,
            // Hidden tests wait much more than they compute: code that computes for so long goes round in circles.
            cpu_seconds: (seconds / 5).max(1),
            memory: bounds.map_or(MEMORY, |bounds| bounds.memory),
            full_trace: self.demands.full_trace,
            replay: None,
        }
    }
}

/// Most bytes of data memory of a hidden test.
const MEMORY: u64 = 1 << 30;

fn failure(test: &HiddenTest, judge: Judge, finding: Finding, shown: Proof) -> Failure {
    Failure {
        at: test.name.clone(),
        about: test.about.clone(),
        judge: Some(judge),
        finding,
        compiler: None,
        program: None,
        shown,
    }
}

fn name(opinion: &Result<Proof, Box<Failure>>) -> String {
    opinion.as_ref().err().map_or_else(|| "pass".into(), |failure| failure.name())
}

impl Proof {
    fn add(&mut self, other: Proof) {
        self.tests.extend(other.tests);
        self.misuses_refused += other.misuses_refused;
        self.uses_accepted += other.uses_accepted;
        self.broken_as_asked += other.broken_as_asked;
        self.handed_over.extend(other.handed_over);
    }
}
