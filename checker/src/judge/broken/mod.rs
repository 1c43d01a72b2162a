//! Programs that the learner breaks on purpose: each must fail with a certain error, and compile once it is repaired.
//!
//! The hidden tests hand the programs over as data. Nobody ever runs them: rustc alone sees them, with the real std. What
//! each must fail with stands in the `broken.toml` of the exercise. A program that compiles once one text in it is
//! replaced has no other error that hides behind the first.

mod asked;
mod form;
mod together;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Deserialize;
use threadlings_report::channel::BrokenProgram;
use threadlings_report::{Finding, Kind};

use super::compile::{Compile, Compiled, Diagnostic};
use super::engines::Engines;
use super::memory::Memory;
use super::{Cancel, JudgeError};
use crate::verdict::{Failure, Judge, Program, Proof};
use asked::Asked;
use form::Form;
use together::{Part, Wanted};

/// What an exercise asks of programs that the learner breaks on purpose: its `broken.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Broken {
    /// What each program must look like.
    form: Form,
    /// What each program must fail with, in order.
    #[serde(rename = "program")]
    asked: Vec<Asked>,
}

/// What is wrong with a program.
#[derive(Debug, PartialEq)]
struct Fault {
    kind: Kind,
    headline: String,
    details: Vec<String>,
    /// The line that the headline is about; 0 if it is about the whole program.
    line: u32,
}

impl Fault {
    fn new(kind: Kind, headline: impl Into<String>) -> Self {
        Fault { kind, headline: headline.into(), details: Vec::new(), line: 0 }
    }

    fn on_line(self, line: u32) -> Self {
        Fault { line, ..self }
    }
}

/// Where programs are compiled, and with what.
#[derive(Clone, Copy)]
pub(super) struct Bench<'a> {
    /// The tools.
    pub(super) engines: &'a Engines,
    /// A folder of their own.
    pub(super) directory: &'a Path,
    /// Ends what is still going on.
    pub(super) cancel: &'a Cancel,
    /// What came of the same programs before.
    pub(super) memory: Option<&'a Memory>,
}

impl Broken {
    /// Reads the `broken.toml` in the folder of an exercise's hidden tests, if it has one.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Option<Self>> {
        let file = folder.join("broken.toml");
        if !file.is_file() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        toml::from_str(&text).map(Some).with_context(|| format!("{} is broken", file.display()))
    }

    /// Judges all programs; the first that is not as asked decides.
    pub(super) fn judge(
        &self,
        programs: &[BrokenProgram],
        bench: Bench<'_>,
    ) -> Result<Result<Proof, Failure>, JudgeError> {
        let count = self.asked.len();
        if programs.len() != count {
            let handed = programs.len();
            return Err(anyhow::anyhow!("broken.toml asks for {count} programs; the tests handed {handed} over").into());
        }
        std::fs::create_dir_all(bench.directory).context("the scratch folder cannot be written")?;
        let confirmed = together::confirmed(&self.parts(programs, bench), bench)?;
        for ((number, asked), program) in (1..).zip(&self.asked).zip(programs) {
            if let Some(failure) = self.remembered(number, asked, program, &confirmed, bench)? {
                return Ok(Err(failure));
            }
        }
        Ok(Ok(Proof { broken_as_asked: count, ..Proof::default() }))
    }

    /// What rustc has to look at: the programs that were not judged before, up to the first that it need not see.
    fn parts(&self, programs: &[BrokenProgram], bench: Bench<'_>) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        for ((number, asked), program) in (1..).zip(&self.asked).zip(programs) {
            let inputs = self.inputs(number, asked, program);
            match bench.memory.and_then(|memory| memory.recall::<Option<Failure>>(&inputs)) {
                Some(None) => continue,
                Some(Some(_)) => break,
                None => {}
            }
            let repaired = repaired(program);
            if self.fault_of_form("", program).or_else(|| self.form.fault("", &repaired)).is_some() {
                break;
            }
            let mut add = |name, text: String, wanted| {
                parts.push(Part { name: format!("{name}_{number}"), text, wanted });
            };
            add(BROKEN, form::trimmed(&program.text).to_owned(), Wanted::Asked(asked));
            if let Some(promise) = &asked.promise {
                add(VOID, void(&repaired, promise), Wanted::AnyError);
            }
            add(REPAIRED, repaired, Wanted::NoError);
        }
        parts
    }

    fn inputs(&self, number: usize, asked: &Asked, program: &BrokenProgram) -> String {
        format!("broken {:?}", (number, &self.form, asked, program))
    }

    fn fault_of_form(&self, name: &str, program: &BrokenProgram) -> Option<Fault> {
        self.form.fault(name, form::trimmed(&program.text)).or_else(|| form::fault_of_the_edit(name, program))
    }

    /// As [`judge_one`](Self::judge_one), of programs that were not judged before.
    fn remembered(
        &self,
        number: usize,
        asked: &Asked,
        program: &BrokenProgram,
        confirmed: &BTreeSet<String>,
        bench: Bench<'_>,
    ) -> Result<Option<Failure>, JudgeError> {
        let judge = || self.judge_one(number, asked, program, confirmed, bench);
        let Some(memory) = bench.memory else { return judge() };
        memory.recall_or(self.inputs(number, asked, program), judge)
    }

    fn judge_one(
        &self,
        number: usize,
        asked: &Asked,
        program: &BrokenProgram,
        confirmed: &BTreeSet<String>,
        bench: Bench<'_>,
    ) -> Result<Option<Failure>, JudgeError> {
        let name = format!("program {number}");
        let text = form::trimmed(&program.text);
        let is_confirmed = |part: &str| confirmed.contains(&format!("{part}_{number}"));
        let fault = match self.fault_of_form(&name, program) {
            Some(fault) => Some(fault),
            None if is_confirmed(BROKEN) => None,
            None => match bench.compile(&format!("{BROKEN}_{number}"), text)? {
                Compiled::Done => Some(Fault::new(
                    Kind::MisuseCompiles,
                    format!("{name} compiles, but it should fail with {}", asked.code),
                )),
                Compiled::Refused(errors) => asked.fault(&name, text, &errors),
                Compiled::Stopped(finding) => Some(Fault::new(finding.kind, finding.headline)),
            },
        };
        if let Some(fault) = fault {
            return Ok(Some(failure(asked, text, fault)));
        }
        let repaired = repaired(program);
        let fault = self.fault_of_repaired(number, asked, &repaired, is_confirmed, bench)?;
        Ok(fault.map(|fault| failure(asked, &repaired, fault)))
    }

    fn fault_of_repaired(
        &self,
        number: usize,
        asked: &Asked,
        repaired: &str,
        is_confirmed: impl Fn(&str) -> bool,
        bench: Bench<'_>,
    ) -> Result<Option<Fault>, JudgeError> {
        let name = format!("the repaired program {number}");
        if let Some(fault) = self.form.fault(&name, repaired) {
            return Ok(Some(fault));
        }
        if !is_confirmed(REPAIRED) {
            match bench.compile(&format!("{REPAIRED}_{number}"), repaired)? {
                Compiled::Done => {}
                Compiled::Refused(errors) => {
                    let headline = format!("{name} does not compile either: {}", in_short(&errors[0]));
                    return Ok(Some(Fault::new(Kind::UseRefused, headline).on_line(line(&errors[0]))));
                }
                Compiled::Stopped(finding) => return Ok(Some(Fault::new(finding.kind, finding.headline))),
            }
        }
        if let Some(missing) = asked.missing_name(repaired) {
            let headline = format!("{name} has no `{missing}` any more; only the error should be gone");
            return Ok(Some(Fault::new(Kind::WrongResult, headline)));
        }
        let Some(promise) = asked.promise.as_ref().filter(|_| !is_confirmed(VOID)) else { return Ok(None) };
        match bench.compile(&format!("{VOID}_{number}"), &void(repaired, promise))? {
            Compiled::Refused(_) | Compiled::Stopped(_) => Ok(None),
            Compiled::Done => {
                let headline = format!("{name} would compile without an `unsafe impl {promise}` just as well");
                Ok(Some(Fault::new(Kind::WrongResult, headline)))
            }
        }
    }
}

/// How the files of programs are called: as they are, repaired, and with a promise about nothing.
const BROKEN: &str = "program";
const REPAIRED: &str = "repaired";
const VOID: &str = "void";

fn repaired(program: &BrokenProgram) -> String {
    form::trimmed(&program.text.replacen(&program.part, &program.replacement, 1)).to_owned()
}

/// An unsafe trait of the same name takes the place of the real one: the promise is made about nothing.
fn void(repaired: &str, promise: &str) -> String {
    format!("{repaired}\nunsafe trait {promise} {{}}\n")
}

impl Bench<'_> {
    fn compile(&self, name: &str, text: &str) -> Result<Compiled, JudgeError> {
        let file = PathBuf::from(format!("{name}.rs"));
        std::fs::write(self.directory.join(&file), text).context("the scratch folder cannot be written")?;
        let compile = Compile {
            engines: self.engines,
            directory: self.directory,
            file: &file,
            name,
            options: vec!["--crate-type=bin".into(), "--emit=metadata".into()],
            externs: Vec::new(),
        };
        compile.run(self.cancel)
    }
}

fn failure(asked: &Asked, text: &str, fault: Fault) -> Failure {
    Failure {
        at: format!("broken/{}", asked.name),
        about: asked.about.clone(),
        judge: Some(Judge::Misuse),
        finding: Finding { details: fault.details, ..Finding::new(fault.kind, fault.headline) },
        compiler: None,
        program: (!text.is_empty()).then(|| Program { text: text.replace('\t', "    "), line: fault.line }),
        shown: Proof::default(),
    }
}

/// The error's code, if it has one, and its sentence.
fn in_short(error: &Diagnostic) -> String {
    error.code().map_or_else(|| error.sentence(), |code| format!("{code}, {}", error.sentence()))
}

/// The line of the error's main place, 0 if it has none.
fn line(error: &Diagnostic) -> u32 {
    error.primary().map_or(0, |span| span.line_start)
}
