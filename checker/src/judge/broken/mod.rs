//! Programs that the learner breaks on purpose: each must fail with a certain error, and compile once it is repaired.
//!
//! The hidden tests hand the programs over as data. Nobody ever runs them: rustc alone sees them, with the real std. What
//! each must fail with stands in the `broken.toml` of the exercise. A program that compiles once one text in it is
//! replaced has no other error that hides behind the first.

mod asked;
mod form;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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
    /// Whether all cores may work at it.
    pub(super) side_by_side: bool,
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
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let threads = if bench.side_by_side { cores } else { 1 };
        let first = first_in_order(count, threads, |index| {
            self.remembered(index + 1, &self.asked[index], &programs[index], bench).transpose()
        });
        match first.transpose()? {
            None => Ok(Ok(Proof { broken_as_asked: count, ..Proof::default() })),
            Some(failure) => Ok(Err(failure)),
        }
    }

    /// As [`judge_one`](Self::judge_one), of programs that were not judged before.
    fn remembered(
        &self,
        number: usize,
        asked: &Asked,
        program: &BrokenProgram,
        bench: Bench<'_>,
    ) -> Result<Option<Failure>, JudgeError> {
        let Some(memory) = bench.memory else { return self.judge_one(number, asked, program, bench) };
        let inputs = format!("broken {:?}", (number, &self.form, asked, program));
        memory.recall_or(inputs, || self.judge_one(number, asked, program, bench))
    }

    fn judge_one(
        &self,
        number: usize,
        asked: &Asked,
        program: &BrokenProgram,
        bench: Bench<'_>,
    ) -> Result<Option<Failure>, JudgeError> {
        let name = format!("program {number}");
        let text = form::trimmed(&program.text);
        let fault = match self.form.fault(&name, text).or_else(|| form::fault_of_the_edit(&name, program)) {
            Some(fault) => Some(fault),
            None => match bench.compile(&format!("program_{number}"), text)? {
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
        let repaired = program.text.replacen(&program.part, &program.replacement, 1);
        let repaired = form::trimmed(&repaired);
        let fault = self.fault_of_repaired(number, asked, repaired, bench)?;
        Ok(fault.map(|fault| failure(asked, repaired, fault)))
    }

    fn fault_of_repaired(
        &self,
        number: usize,
        asked: &Asked,
        repaired: &str,
        bench: Bench<'_>,
    ) -> Result<Option<Fault>, JudgeError> {
        let name = format!("the repaired program {number}");
        if let Some(fault) = self.form.fault(&name, repaired) {
            return Ok(Some(fault));
        }
        match bench.compile(&format!("repaired_{number}"), repaired)? {
            Compiled::Done => {}
            Compiled::Refused(errors) => {
                let headline = format!("{name} does not compile either: {}", in_short(&errors[0]));
                return Ok(Some(Fault::new(Kind::UseRefused, headline).on_line(line(&errors[0]))));
            }
            Compiled::Stopped(finding) => return Ok(Some(Fault::new(finding.kind, finding.headline))),
        }
        if let Some(missing) = asked.missing_name(repaired) {
            let headline = format!("{name} has no `{missing}` any more; only the error should be gone");
            return Ok(Some(Fault::new(Kind::WrongResult, headline)));
        }
        let Some(promise) = &asked.promise else { return Ok(None) };
        // An unsafe trait of the same name takes the place of the real one: the promise is made about nothing.
        let void = format!("{repaired}\nunsafe trait {promise} {{}}\n");
        match bench.compile(&format!("void_{number}"), &void)? {
            Compiled::Refused(_) | Compiled::Stopped(_) => Ok(None),
            Compiled::Done => {
                let headline = format!("{name} would compile without an `unsafe impl {promise}` just as well");
                Ok(Some(Fault::new(Kind::WrongResult, headline)))
            }
        }
    }
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

/// What `find` says about the first index below `count` about which it says anything; on so many threads.
///
/// The checker's pool of threads is no help here: whoever waits for this verdict may be a thread of that pool.
fn first_in_order<T: Send>(count: usize, threads: usize, find: impl Fn(usize) -> Option<T> + Sync) -> Option<T> {
    let next = AtomicUsize::new(0);
    // Whoever finds something ends the search behind it; what is before it is already being looked at.
    let search = || loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        if index >= count {
            return None;
        }
        if let Some(found) = find(index) {
            next.fetch_max(count, Ordering::Relaxed);
            return Some((index, found));
        }
    };
    thread::scope(|scope| {
        let searches: Vec<_> = (0..threads).map(|_| scope.spawn(search)).collect();
        let found = searches
            .into_iter()
            .filter_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        found.min_by_key(|(index, _)| *index).map(|(_, found)| found)
    })
}

/// The error's code, if it has one, and its sentence.
fn in_short(error: &Diagnostic) -> String {
    error.code().map_or_else(|| error.sentence(), |code| format!("{code}, {}", error.sentence()))
}

/// The line of the error's main place, 0 if it has none.
fn line(error: &Diagnostic) -> u32 {
    error.primary().map_or(0, |span| span.line_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_in_order_is_found_whoever_is_faster() {
        // Both threads have found something before one of them goes on.
        let both = std::sync::Barrier::new(2);
        let find = |index| {
            both.wait();
            Some(index)
        };
        assert_eq!(first_in_order(7, 2, find), Some(0));
        assert_eq!(first_in_order(7, 1, |index| (index == 5).then_some(index)), Some(5));
        assert_eq!(first_in_order(7, 3, |_| None::<()>), None);
        assert_eq!(first_in_order(0, 2, Some), None);
    }
}
