//! From an answer and its hidden tests to a program for each judge.
//!
//! The compiler starts on the hidden tests as soon as it knows the answer's interface, while it still makes code of the
//! answer. Both are linked when both are there. Hidden tests that were compiled against the same interface are not
//! compiled again: most saves change nothing but the body of a function.

use std::path::{Path, PathBuf};

use anyhow::Context;
use threadlings_report::{Finding, Kind, Place};

use super::compile::{self, Analysed, Compile, Compiled, Compiling, Diagnostic, Importance};
use super::engines::Engines;
use super::handed_out::HandedOut;
use super::hidden::{self, HiddenTests};
use super::kept::Kept;
use super::scratch::{self, Folder};
use super::{Cancel, JudgeError, fence, interface, link, mismatch, unsupported};
use crate::course::{Course, Exercise};
use crate::source::Source;
use crate::verdict::{Failure, Judge, Proof};

/// One answer and all that is made of it, in a folder that goes when this value goes.
pub(super) struct Build<'a> {
    pub(super) engines: &'a Engines,
    pub(super) exercise: &'a Exercise,
    pub(super) source: &'a Source,
    pub(super) hidden: HiddenTests,
    /// What the learner was handed out.
    pub(super) handed_out: HandedOut,
    scratch: Folder,
    /// The judges for which rustc has left notes of an earlier save there.
    noted: Vec<Judge>,
    /// The answer's file in the folder of each judge: the path by which the learner knows it.
    pub(super) answer: String,
}

/// The hidden tests of one judge, compiled.
pub(super) struct Tests {
    judge: Judge,
    /// Their text.
    program: String,
    /// Where they are kept for the next answer.
    kept: Option<PathBuf>,
    /// Whether they were compiled against this very answer.
    is_fresh: bool,
}

/// Why there is nothing to go on with.
pub(super) enum Objection {
    /// The answer is wrong.
    Wrong(Box<Failure>),
    /// There is no verdict.
    None(JudgeError),
}

impl From<Box<Failure>> for Objection {
    fn from(failure: Box<Failure>) -> Self {
        Objection::Wrong(failure)
    }
}

impl From<JudgeError> for Objection {
    fn from(error: JudgeError) -> Self {
        Objection::None(error)
    }
}

impl From<anyhow::Error> for Objection {
    fn from(error: anyhow::Error) -> Self {
        Objection::None(error.into())
    }
}

impl<'a> Build<'a> {
    /// `again` says whether the same exercise is likely to be judged again soon.
    pub(super) fn new(
        course: &Course,
        directory: &Path,
        engines: &'a Engines,
        exercise: &'a Exercise,
        source: &'a Source,
        again: bool,
    ) -> Result<Self, JudgeError> {
        let tests = course.hidden(exercise).join(TESTS_FILE);
        let text = std::fs::read_to_string(&tests).with_context(|| format!("{} cannot be read", tests.display()))?;
        let (hidden, answer) = (HiddenTests::parse(&text), exercise.shown_path());
        let is_confined = engines.place(directory).confinement.is_some();
        let scratch = match again && !is_confined {
            true => Folder::of_exercise(directory, &exercise.name)?,
            false => Folder::new(directory)?,
        };
        let has_notes = |judge: &Judge| scratch.path().join(judge.name()).join(scratch::NOTES).is_dir();
        let noted = [Judge::Native, Judge::Schedules, Judge::Orderings].into_iter().filter(has_notes).collect();
        let handed_out = HandedOut::read(&course.starter(exercise), &course.solution(exercise));
        Ok(Build { engines, exercise, source, hidden, handed_out, scratch, noted, answer })
    }

    /// Compiles the answer until its interface is known: as it is against the real std, or against a judge's model.
    pub(super) fn analyse(&self, judge: Judge, cancel: &Cancel) -> Result<Compiling, Objection> {
        let directory = self.directory(judge)?;
        let standing_in;
        let mut compile = Compile {
            engines: self.engines,
            directory: &directory,
            file: Path::new(&self.answer),
            name: "exercise",
            options: vec!["--crate-type=rlib".into()],
            externs: Vec::new(),
        };
        // The untouched file decides about compile errors even if no judge needs its code.
        let needs_code = self.exercise.judged_by(judge);
        compile.options.push(if needs_code { EMIT_CODE } else { EMIT_METADATA }.into());
        if needs_code {
            self.reuse(judge, &mut compile);
            compile.options.push(UNITS.into());
        }
        if judge == Judge::Native {
            compile.options.push(LINE_TABLES.into());
            if !self.exercise.unsafe_code {
                compile.options.push("-Funsafe_code".into());
            }
        } else {
            standing_in = self.stand_in(judge, "fence", &self.exercise.forbidden, &directory, cancel)?;
            compile.externs.push((HARNESS, standing_in.as_deref().unwrap_or(self.engines.harness(judge))));
        }
        self.add_crates(&mut compile, judge);
        // The untouched file has the learner's first question to answer: does it compile?
        let importance = if judge == Judge::Native { Importance::Urgent } else { Importance::Usual };
        match compile.analyse(importance, cancel)? {
            Analysed::Sound(answer) => Ok(answer),
            Analysed::Refused(errors) => Err(self.refused(judge, &errors)),
            Analysed::Stopped(finding) => Err(Box::new(before_tests(None, *finding)).into()),
        }
    }

    /// Waits for the answer's code. Errors that come so late are errors like any other.
    pub(super) fn finish(&self, judge: Judge, answer: Compiling) -> Result<(), Objection> {
        match answer.end()? {
            Compiled::Done => {
                if self.scratch.stays() {
                    // The next save is compiled with notes. If it cannot be, it takes longer.
                    let _ = std::fs::create_dir(self.directory(judge)?.join(scratch::NOTES));
                }
                Ok(())
            }
            Compiled::Refused(errors) => Err(self.refused(judge, &errors)),
            Compiled::Stopped(finding) => Err(Box::new(before_tests(None, *finding)).into()),
        }
    }

    /// What it means that rustc refuses the answer.
    fn refused(&self, judge: Judge, errors: &[Diagnostic]) -> Objection {
        let error = &errors[0];
        let place = error.primary().map(|span| Place { line: span.line_start, column: 1 });
        if judge == Judge::Native {
            let finding = Finding { place, ..Finding::new(Kind::CompileError, error.sentence()) };
            let failure = Failure { compiler: Some(compile::errors(errors)), ..before_tests(None, finding) };
            return Box::new(failure).into();
        }
        let finding = fence::finding(error, &self.exercise.forbidden).unwrap_or_else(|| unsupported::finding(error));
        Box::new(before_tests(Some(judge), finding)).into()
    }

    /// The library of this name that stands in for std, if it is not the judge's own because names are forbidden or
    /// must be those of std.
    fn stand_in(
        &self,
        judge: Judge,
        name: &str,
        forbidden: &[String],
        directory: &Path,
        cancel: &Cancel,
    ) -> Result<Option<PathBuf>, JudgeError> {
        let own = if judge == Judge::Schedules { fence::stds_own(&self.exercise.crates) } else { Vec::new() };
        if judge == Judge::Native || forbidden.is_empty() && own.is_empty() {
            return Ok(None);
        }
        let source = fence::source(forbidden, &own);
        let library = format!("lib{name}.rmeta");
        let kept =
            self.engines.kept().path(&format!("{}-{}-{name}", self.exercise.name, judge.name()), &source, &library);
        if kept.is_file() {
            return Ok(Some(kept));
        }
        let file = format!("{name}.rs");
        std::fs::write(directory.join(&file), source).context("the scratch folder cannot be written")?;
        let compile = Compile {
            engines: self.engines,
            directory,
            file: Path::new(&file),
            name,
            // It holds names only, so there is no code to make.
            options: vec!["--crate-type=rlib".into(), EMIT_METADATA.into()],
            externs: vec![(HARNESS, self.engines.harness(judge))],
        };
        match compile.run(cancel)? {
            Compiled::Done => {
                Kept::put(&kept, &directory.join(library)).context("what stands in for std cannot be kept")?;
                Ok(Some(kept))
            }
            Compiled::Refused(errors) => {
                let problem = errors[0].sentence();
                Err(anyhow::anyhow!("what stands in for std in `{}` is broken: {problem}", self.exercise.name).into())
            }
            Compiled::Stopped(finding) => {
                Err(anyhow::anyhow!("what stands in for std cannot be compiled: {}", finding.headline).into())
            }
        }
    }

    /// Lets rustc reuse what it has made of an earlier save. To write the notes for that takes time, too: that is spent
    /// once a save has compiled, never on the first errors.
    fn reuse(&self, judge: Judge, compile: &mut Compile<'_>) {
        if self.noted.contains(&judge) {
            compile.options.push(format!("-Cincremental={}", scratch::NOTES));
        }
    }

    /// Removes rustc's notes of earlier saves. False if there were none when this began.
    pub(super) fn forget_notes(&self) -> bool {
        for judge in &self.noted {
            let _ = std::fs::remove_dir_all(self.scratch.path().join(judge.name()).join(scratch::NOTES));
        }
        !self.noted.is_empty()
    }

    /// Lets the exercise's crates be used: where schedules are judged, those that stand in for them.
    fn add_crates<'b>(&'b self, compile: &mut Compile<'b>, judge: Judge) {
        for name in &self.exercise.crates {
            match judge {
                Judge::Native => compile.externs.push((name, self.engines.library(name))),
                Judge::Schedules => compile.externs.extend(self.engines.twin(name).map(|twin| (name.as_str(), twin))),
                Judge::Orderings | Judge::Misuse => {}
            }
        }
        if judge == Judge::Schedules && !self.exercise.crates.is_empty() {
            // They do not say where they are called; the stack does.
            compile.options.push(LINE_TABLES.into());
        }
    }

    /// Has the hidden tests of one judge compiled. The answer's interface is known; its code is not needed yet. What was
    /// compiled against the same interface before serves again.
    pub(super) fn compile_tests(&self, judge: Judge, cancel: &Cancel) -> Result<Tests, Objection> {
        let directory = self.directory(judge)?;
        let program = self.hidden.program(judge);
        let kept = self.kept_tests(judge, &program);
        if kept.as_deref().is_some_and(|kept| Kept::take(kept, &directory.join(link::OBJECT))) {
            return Ok(Tests { judge, program, kept, is_fresh: false });
        }
        let tests = Tests { judge, program, kept, is_fresh: true };
        self.compile_afresh(&tests, cancel)?;
        Ok(tests)
    }

    fn compile_afresh(&self, Tests { judge, program, kept, .. }: &Tests, cancel: &Cancel) -> Result<(), Objection> {
        let judge = *judge;
        let directory = self.directory(judge)?;
        std::fs::write(directory.join(TESTS_FILE), program).context("the hidden tests cannot be written")?;
        let fence = self.stand_in(judge, "fence", &self.exercise.forbidden, &directory, cancel)?;
        let standing_in = self.stand_in(judge, "own", &[], &directory, cancel)?;
        let harness = standing_in.as_deref().unwrap_or(self.engines.harness(judge));
        let mut compile = Compile {
            engines: self.engines,
            directory: &directory,
            file: Path::new(TESTS_FILE),
            name: "tests",
            options: vec!["--crate-type=bin".into(), "--emit=obj".into(), "-Ldependency=.".into()],
            externs: vec![("exercise", Path::new(INTERFACE)), (HARNESS, harness)],
        };
        if let Some(folder) = fence.as_deref().and_then(Path::parent) {
            compile.options.push(format!("-Ldependency={}", folder.display()));
        }
        self.reuse(judge, &mut compile);
        if judge == Judge::Native {
            // Generic functions of the learner's are compiled here.
            compile.options.push(LINE_TABLES.into());
        }
        self.add_crates(&mut compile, judge);
        match compile.run(cancel)? {
            Compiled::Done => {
                if let Some(kept) = kept {
                    // Whoever cannot keep it makes it again.
                    let _ = Kept::put(kept, &directory.join(link::OBJECT));
                }
                Ok(())
            }
            Compiled::Refused(errors) => {
                let answer = (self.answer.as_str(), self.source.text.as_str());
                Err(Box::new(before_tests(Some(judge), mismatch::finding(answer, &self.handed_out, &errors))).into())
            }
            Compiled::Stopped(finding) => Err(Box::new(before_tests(None, *finding)).into()),
        }
    }

    /// Where these tests are kept for answers with the same interface; none if its text does not tell that, or comes from
    /// a stranger.
    fn kept_tests(&self, judge: Judge, program: &str) -> Option<PathBuf> {
        if self.engines.place(Path::new("")).confinement.is_some() {
            return None;
        }
        let inputs = format!("{:?}", (KEPT_AS, program, self.interface_in_words()?));
        let group = format!("{}-{}", self.exercise.name, judge.name());
        Some(self.engines.kept().path(&group, &inputs, link::OBJECT))
    }

    /// Links the answer with its hidden tests; returns the program.
    pub(super) fn link(&self, tests: &Tests, cancel: &Cancel) -> Result<PathBuf, Objection> {
        let judge = tests.judge;
        let directory = self.directory(judge)?;
        let place = self.engines.place(&directory);
        if let Some(confinement) = place.confinement {
            let inspected = confinement.inspect.inspect(self.source, &directory.join(link::LIBRARY));
            inspected.map_err(|what| {
                let headline = format!("your code contains {what}");
                Box::new(before_tests(Some(judge), Finding::new(Kind::Forbidden, headline)))
            })?;
        }
        let linker = self.engines.linker(judge, !self.exercise.crates.is_empty());
        let mut linked = linker.link(place, cancel)?;
        if linked.is_err() && !tests.is_fresh {
            // They share generic code with the answer that they were compiled against, and this one has none of it.
            std::fs::remove_file(directory.join(link::OBJECT)).context("the scratch folder cannot be written")?;
            self.compile_afresh(tests, cancel)?;
            linked = linker.link(place, cancel)?;
        }
        linked.map_err(|said| {
            let problem = said.lines().next().unwrap_or_default();
            let headline = format!("your code cannot be linked with the hidden tests: {problem}");
            Box::new(before_tests(Some(judge), Finding::new(Kind::Interface, headline)))
        })?;
        Ok(directory.join(link::PROGRAM))
    }

    /// All that other crates see of the answer; none if its text alone does not tell.
    pub(super) fn interface_in_words(&self) -> Option<String> {
        let interface = interface::of(&self.source.text)?;
        let Exercise { crates, forbidden, .. } = self.exercise;
        Some(format!("{:?}", (&self.answer, crates, forbidden, interface)))
    }

    /// The answer's interface against the real std, for programs that are compiled and not run.
    pub(super) fn interface(&self) -> Result<PathBuf, JudgeError> {
        Ok(self.directory(Judge::Native)?.join(INTERFACE))
    }

    /// An empty folder for programs that are compiled and not run.
    pub(super) fn programs_directory(&self) -> PathBuf {
        self.scratch.path().join(Judge::Misuse.name())
    }

    /// The folder of one judge, with the answer in it as that judge compiles it.
    pub(super) fn directory(&self, judge: Judge) -> Result<PathBuf, JudgeError> {
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
}

/// Makes the interface known as soon as possible, and code after that.
const EMIT_CODE: &str = "--emit=metadata,link";
const EMIT_METADATA: &str = "--emit=metadata";

/// In so many parts rustc makes code, and reuses those that have not changed. More of them cost more than they save.
const UNITS: &str = "-Ccodegen-units=8";

/// The answer's interface, as rustc calls the file.
const INTERFACE: &str = "libexercise.rmeta";

/// A number for the way in which hidden tests are compiled: another one makes all that are kept useless.
const KEPT_AS: u32 = 2;

/// Names the places where real threads hang.
const LINE_TABLES: &str = "-Cdebuginfo=line-tables-only";

/// The name under which hidden tests see their judge, and the crate that stands in for std.
const HARNESS: &str = "harness";

/// The file of the hidden tests.
const TESTS_FILE: &str = "tests.rs";

/// A failure before the first hidden test could run.
fn before_tests(judge: Option<Judge>, finding: Finding) -> Failure {
    Failure {
        at: "compile".into(),
        about: String::new(),
        judge,
        finding,
        compiler: None,
        program: None,
        shown: Proof::default(),
    }
}
