//! Judging one answer: what is compiled and run, side by side, and which finding decides.
//!
//! Whatever finishes first, the verdict is the same: an error of the compiler comes before any test, and the judges
//! decide in a fixed order.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Context;
use threadlings_report::channel::Job;
use threadlings_report::{Finding, Kind, Outcome, Place};

use super::compile::{self, Compile, Compiled, Diagnostic};
use super::engines::Engines;
use super::hidden::{self, HiddenTest, HiddenTests};
use super::misuse::{self, Judged, UseProgram};
use super::{Cancel, Demands, JudgeError, Stage, fence, scratch, test_process};
use crate::course::{Course, Exercise};
use crate::source::Source;
use crate::verdict::{Failure, Judge, Proof, Shown, Verdict};

/// The judges with a model of std, in the order in which they decide.
///
/// They come before the native one: what they find, they find every time, and what goes wrong on real threads may be
/// luck.
const MODELS: [Judge; 2] = [Judge::Schedules, Judge::Orderings];

/// One answer on its way to a verdict.
pub(super) struct Check<'a> {
    engines: &'a Engines,
    exercise: &'a Exercise,
    source: &'a Source,
    cancel: &'a Cancel,
    hidden: HiddenTests,
    programs: Vec<UseProgram>,
    scratch: tempfile::TempDir,
    /// The answer's file in the folder of each judge: the path by which the learner knows it.
    answer: String,
    demands: Demands,
}

/// What one judge says.
#[derive(PartialEq)]
enum Opinion {
    Right(Proof),
    Wrong(Box<Failure>),
}

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
        let tests = folder.join("tests.rs");
        let text = std::fs::read_to_string(&tests).with_context(|| format!("{} cannot be read", tests.display()))?;
        let programs = match exercise.judged_by(Judge::Misuse) {
            true => misuse::programs(&folder.join("misuse"))?,
            false => Vec::new(),
        };
        let scratch = scratch::folder(directory)?;
        Ok(Check {
            engines,
            exercise,
            source,
            cancel,
            hidden: HiddenTests::parse(&text),
            programs,
            scratch,
            answer: exercise.shown_path(),
            demands,
        })
    }

    pub(super) fn run(&self, stage: &(dyn Fn(Stage) + Sync)) -> Result<Verdict, JudgeError> {
        stage(Stage::Compiling);
        let rest = self.cancel.part();
        thread::scope(|scope| {
            let part = &rest;
            let tests = |judge| scope.spawn(move || self.run_tests(judge, part));
            let judged_by = |judge: &Judge| self.exercise.judged_by(*judge);
            let models: Vec<_> = MODELS.into_iter().filter(judged_by).map(tests).collect();
            let decide = || {
                // The untouched file decides what is a compile error; the models never speak of one.
                if let Some(failure) = self.compile_untouched(&rest)? {
                    return Ok(Verdict::Fail(Box::new(failure)));
                }
                stage(Stage::Judging);
                let native = Some(Judge::Native).filter(judged_by).map(tests);
                let misuse = (!self.programs.is_empty()).then(|| scope.spawn(|| self.judge_programs(part)));
                first_objection(models.into_iter().chain(native).chain(misuse).map(joined))
            };
            let verdict = decide();
            // Once it is decided, nobody waits for the others.
            rest.cancel();
            verdict
        })
    }

    /// Compiles the learner's file as it is, against the real std.
    fn compile_untouched(&self, cancel: &Cancel) -> Result<Option<Failure>, JudgeError> {
        let directory = self.directory(Judge::Native)?;
        let mut compile = self.compile_answer(&directory);
        match self.exercise.judged_by(Judge::Native) {
            true => compile.options.extend(["--emit=link".into(), LINE_TABLES.into()]),
            false => compile.options.push("--emit=metadata".into()),
        }
        if !self.exercise.unsafe_code {
            compile.options.push("-Funsafe_code".into());
        }
        let crates = self.exercise.crates.iter();
        compile.externs.extend(crates.map(|name| (name.as_str(), self.engines.library(name))));
        match compile.run(cancel)? {
            Compiled::Done => Ok(None),
            Compiled::Refused(errors) => Ok(Some(Failure {
                at: "compile".into(),
                about: String::new(),
                judge: None,
                finding: Finding {
                    place: errors[0].primary().map(|span| Place { line: span.line_start, column: 1 }),
                    ..Finding::new(Kind::CompileError, errors[0].sentence())
                },
                compiler: Some(compile::errors(&errors)),
                program: None,
                shown: Proof::default(),
            })),
        }
    }

    /// Compiles the answer and the hidden tests for one judge and runs them until one fails.
    fn run_tests(&self, judge: Judge, cancel: &Cancel) -> Result<Opinion, JudgeError> {
        let directory = self.directory(judge)?;
        if judge != Judge::Native
            && let Some(failure) = self.compile_for_model(judge, &directory, cancel)?
        {
            return Ok(Opinion::Wrong(Box::new(failure)));
        }
        if let Some(failure) = self.compile_tests(judge, &directory, cancel)? {
            return Ok(Opinion::Wrong(Box::new(failure)));
        }
        let first = self.execute_tests(judge, &directory, cancel)?;
        for _ in 1..self.demands.times {
            let again = self.execute_tests(judge, &directory, cancel)?;
            if again != first {
                return Err(JudgeError::Changed(first.name(), again.name()));
            }
        }
        Ok(first)
    }

    /// Runs the hidden tests, which have been compiled, until one fails.
    fn execute_tests(&self, judge: Judge, directory: &Path, cancel: &Cancel) -> Result<Opinion, JudgeError> {
        let mut shown = Proof::default();
        for test in self.hidden.of(judge) {
            let program = directory.join(TESTS);
            match test_process::run(&program, directory, &self.engines.library_path(), &self.job(test), cancel)? {
                Outcome::Passed(explored) => {
                    shown.tests.push(Shown { test: test.name.clone(), about: test.about.clone(), judge, explored });
                }
                Outcome::Failed(finding) => {
                    let failure = Failure { shown, ..self.failure(test, judge, *finding) };
                    return Ok(Opinion::Wrong(Box::new(failure)));
                }
            }
        }
        Ok(Opinion::Right(shown))
    }

    fn compile_for_model(
        &self,
        judge: Judge,
        directory: &Path,
        cancel: &Cancel,
    ) -> Result<Option<Failure>, JudgeError> {
        let fenced = self.fence(judge, directory, cancel)?;
        let mut compile = self.compile_answer(directory);
        compile.externs.push(("harness", fenced.as_deref().unwrap_or(self.engines.harness(judge))));
        let Compiled::Refused(errors) = compile.run(cancel)? else { return Ok(None) };
        if let Some(finding) = fence::finding(&errors[0], &self.exercise.forbidden) {
            return Ok(Some(self.refused(judge, finding)));
        }
        let error = &errors[0];
        let place = error.primary().map(|span| Place { line: span.line_start, column: 1 });
        let line = place.map_or_else(|| "a line".to_owned(), |place| format!("line {}", place.line));
        let headline =
            format!("{line} uses something that cannot be followed through every execution: {}", error.sentence());
        let finding = Finding { place, ..Finding::new(Kind::Unsupported, headline) };
        Ok(Some(self.refused(judge, finding)))
    }

    /// The library that stands in for std in the answer, if it is not the judge's own because names are forbidden.
    fn fence(&self, judge: Judge, directory: &Path, cancel: &Cancel) -> Result<Option<PathBuf>, JudgeError> {
        if self.exercise.forbidden.is_empty() {
            return Ok(None);
        }
        let source = fence::source(&self.exercise.forbidden);
        std::fs::write(directory.join("fence.rs"), source).context("the scratch folder cannot be written")?;
        let compile = Compile {
            engines: self.engines,
            directory,
            file: Path::new("fence.rs"),
            name: "fence",
            options: vec!["--crate-type=rlib".into(), "--emit=link".into()],
            externs: vec![("harness", self.engines.harness(judge))],
        };
        match compile.run(cancel)? {
            Compiled::Done => Ok(Some(directory.join("libfence.rlib"))),
            Compiled::Refused(errors) => {
                let problem = errors[0].sentence();
                Err(anyhow::anyhow!("what `{}` forbids cannot be forbidden: {problem}", self.exercise.name).into())
            }
        }
    }

    fn compile_tests(&self, judge: Judge, directory: &Path, cancel: &Cancel) -> Result<Option<Failure>, JudgeError> {
        std::fs::write(directory.join(TESTS_FILE), self.hidden.program(judge))
            .context("the hidden tests cannot be written")?;
        let library = compile::exercise_library(directory);
        let mut compile = Compile {
            engines: self.engines,
            directory,
            file: Path::new(TESTS_FILE),
            name: TESTS,
            options: vec![
                "--crate-type=bin".into(),
                "--emit=link".into(),
                "-Cstrip=none".into(),
                "-Ldependency=.".into(),
            ],
            externs: vec![("exercise", &library), ("harness", self.engines.harness(judge))],
        };
        if judge == Judge::Native {
            // Generic functions of the learner's are compiled here.
            compile.options.push(LINE_TABLES.into());
            compile.externs.extend(self.exercise.crates.iter().map(|name| (name.as_str(), self.engines.library(name))));
        }
        let Compiled::Refused(errors) = compile.run(cancel)? else { return Ok(None) };
        Ok(Some(self.refused(judge, interface(&errors, &self.answer))))
    }

    fn judge_programs(&self, cancel: &Cancel) -> Result<Opinion, JudgeError> {
        let directory = self.scratch.path().join("misuse");
        let library = match self.exercise.judged_by(Judge::Native) {
            true => compile::exercise_library(&self.directory(Judge::Native)?),
            false => self.directory(Judge::Native)?.join("libexercise.rmeta"),
        };
        let judged = misuse::judge(&self.programs, &library, &directory, &self.engines.rustc(), cancel)?;
        let mut shown = Proof::default();
        for (program, judged) in self.programs.iter().zip(judged) {
            match judged {
                Judged::Refused => shown.misuses_refused += 1,
                Judged::Accepted => shown.uses_accepted += 1,
                Judged::Wrong(finding, text) => {
                    return Ok(Opinion::Wrong(Box::new(Failure {
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
        Ok(Opinion::Right(shown))
    }

    /// A call of rustc for the answer in `directory`.
    fn compile_answer<'b>(&'b self, directory: &'b Path) -> Compile<'b> {
        Compile {
            engines: self.engines,
            directory,
            file: Path::new(&self.answer),
            name: "exercise",
            options: vec!["--crate-type=rlib".into()],
            externs: Vec::new(),
        }
    }

    /// The folder of one judge, with the answer in it as that judge compiles it.
    fn directory(&self, judge: Judge) -> Result<PathBuf, JudgeError> {
        let directory = self.scratch.path().join(judge.name());
        let answer = directory.join(&self.answer);
        if !answer.exists() {
            let text = format!("{}\n{}\n", self.source.text, hidden::stand_in_for_std(judge));
            std::fs::create_dir_all(answer.parent().unwrap_or(&directory))
                .and_then(|()| std::fs::write(&answer, if judge == Judge::Native { &self.source.text } else { &text }))
                .context("the scratch folder cannot be written")?;
        }
        Ok(directory)
    }

    fn job(&self, test: &HiddenTest) -> Job {
        Job {
            test: test.name.clone(),
            learner_file: self.answer.clone(),
            max_executions: self.exercise.executions,
            max_steps: 20_000,
            max_threads: 200,
            seconds: self.exercise.seconds,
            // As much as four busy threads use in that time.
            cpu_seconds: 4 * self.exercise.seconds,
            memory: 1 << 30,
            full_trace: self.demands.full_trace,
        }
    }

    fn failure(&self, test: &HiddenTest, judge: Judge, finding: Finding) -> Failure {
        Failure {
            at: test.name.clone(),
            about: test.about.clone(),
            judge: Some(judge),
            finding,
            compiler: None,
            program: None,
            shown: Proof::default(),
        }
    }

    /// A failure before the first hidden test could run.
    fn refused(&self, judge: Judge, finding: Finding) -> Failure {
        Failure {
            at: "compile".into(),
            about: String::new(),
            judge: Some(judge),
            finding,
            compiler: None,
            program: None,
            shown: Proof::default(),
        }
    }
}

/// Names the places where real threads hang.
const LINE_TABLES: &str = "-Cdebuginfo=line-tables-only";

/// The crate of the hidden tests, and its file.
const TESTS: &str = "tests";
const TESTS_FILE: &str = "tests.rs";

/// Everything that was shown, or the first failure with what had been shown before it.
fn first_objection(opinions: impl Iterator<Item = Result<Opinion, JudgeError>>) -> Result<Verdict, JudgeError> {
    let mut proof = Proof::default();
    for opinion in opinions {
        match opinion? {
            Opinion::Right(shown) => proof.add(shown),
            Opinion::Wrong(mut failure) => {
                proof.add(std::mem::take(&mut failure.shown));
                failure.shown = proof;
                return Ok(Verdict::Fail(failure));
            }
        }
    }
    Ok(Verdict::Pass(proof))
}

fn joined(running: thread::ScopedJoinHandle<'_, Result<Opinion, JudgeError>>) -> Result<Opinion, JudgeError> {
    running.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The answer compiles alone but not together with the hidden tests: a public name or a signature differs.
fn interface(errors: &[Diagnostic], answer: &str) -> Finding {
    let error = &errors[0];
    if let Some(bound) = error.bound_in(answer) {
        let headline =
            format!("`{}` demands `{}`, which the header does not: {}", bound.item, bound.text, error.message);
        let place = Some(Place { line: bound.line, column: 1 });
        return Finding { place, ..Finding::new(Kind::Interface, headline) };
    }
    let mut finding = Finding::new(
        Kind::Interface,
        format!("your public names or types differ from the ones in the header: {}", error.sentence()),
    );
    let own = error.spans.iter().find(|span| span.file_name.ends_with(answer));
    finding.place = own.map(|span| Place { line: span.line_start, column: 1 });
    finding
}

impl Opinion {
    fn name(&self) -> String {
        match self {
            Opinion::Right(_) => "pass".into(),
            Opinion::Wrong(failure) => failure.name(),
        }
    }
}

impl Proof {
    fn add(&mut self, other: Proof) {
        self.tests.extend(other.tests);
        self.misuses_refused += other.misuses_refused;
        self.uses_accepted += other.uses_accepted;
    }
}
